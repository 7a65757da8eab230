import { Injectable } from '@nestjs/common';
import type { Labels, Language } from '@probity/analytics';
import { CadresService } from '../../cadres/cadres.service.js';
import { type SignOff, SignOffMarkService } from '../../marks/sign-off-mark.service.js';
import type { Scope } from '../../platform/access/scope.js';
import { ProductDatabase } from '../../platform/database/product-database.js';
import { conflict, Problem } from '../../platform/errors/problem.js';
import { say } from '../../platform/http/language.js';
import { PublishedScoresService } from '../../scoring/published-scores.service.js';
import { RunsService } from '../../scoring/runs.service.js';
import { OwnSubjects } from '../../users/callers/own-subjects.service.js';
import type { NewSignOff } from './sign-offs.dto.js';

const notice: Labels = {
  en: 'A sign-off says that a human has looked, and what follows. It is not a verdict and not a finding.',
  'zh-CN': '签核仅表明已有人核看及后续安排，不是结论，也不是认定。',
};

const inPoints = (signOff: SignOff) => ({ ...signOff, score: signOff.score / 1000 });

/** Named humans beside high bands. */
@Injectable()
export class SignOffsService {
  constructor(
    private readonly product: ProductDatabase,
    private readonly subjects: OwnSubjects,
    private readonly cadres: CadresService,
    private readonly marks: SignOffMarkService,
    private readonly runs: RunsService,
    private readonly published: PublishedScoresService,
  ) {}

  /** Every sign-off about somebody, the latest first. */
  async list(scope: Scope, staffNo: string, language: Language) {
    const cadreId = await this.cadres.idOf(scope, staffNo);
    const rows = (await this.marks.all(cadreId)).map(inPoints);
    return { staffNo, notice: say(notice, language), rows };
  }

  /**
   * Signs off beside a high band. 403 for whoever is no named human, 409 where the band isn't high or
   * the score isn't the one that was looked at.
   */
  async sign(scope: Scope, staffNo: string, body: NewSignOff, language: Language) {
    if (!(await this.subjects.isNamedHuman(scope))) {
      throw new Problem(403, {
        code: 'not-a-named-human',
        detail: 'Only a person with an account of their own signs off. Sign in with yours.',
      });
    }
    const cadreId = await this.cadres.idOf(scope, staffNo);
    const { asOf } = await this.runs.ensureRun(body.asOf);
    const place = await this.published.placeOf(asOf, cadreId);
    if (place?.band !== 'high') {
      throw conflict(
        'A sign-off stands beside a high band; this score is in another.',
        'other-band',
      );
    }
    const shown = place.total / 1000;
    if (body.score !== undefined && body.score !== shown) {
      throw conflict(
        `The score is ${shown} by now, not ${body.score}. Look at it again.`,
        'other-score',
        {
          score: shown,
        },
      );
    }
    await this.product.query(
      `INSERT INTO sign_offs (cadre_id, signed_by, seen, follows, as_of, score, band,
           policy_version, run_id, known_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[cadreId, scope.subject, body.seen, body.follows, asOf, place.total, place.band],
        ...[place.policyVersion, place.runId, place.knownAt],
      ],
    );
    const [latest] = await this.marks.all(cadreId);
    return { staffNo, notice: say(notice, language), ...inPoints(latest as SignOff) };
  }
}
