import { Inject, Injectable } from '@nestjs/common';
import {
  caseDeadlines,
  dateOf,
  dayOf,
  followUpKinds,
  type GateReason,
  type GateReasonKind,
  gate,
  gateReasons,
  type Language,
  NO_DAY,
  type Oddity,
  odditiesOf,
  stageOf,
} from '@probity/analytics';
import type { Scope } from '../../platform/access/scope.js';
import { CONFIG, type Config, dateIn } from '../../platform/config.js';
import { say } from '../../platform/http/language.js';
import { PoliciesService } from '../../policies/policies.service.js';
import { isSealOf } from '../board/case-summary.js';
import {
  asCase,
  type CaseFile,
  type CaseRow,
  caseAt,
  hasLeft,
  registered,
  usualDay,
} from '../cases/case-file.js';
import { CaseFilesService } from '../cases/case-files.service.js';
import { isDecidedBy } from '../seals/decisions.js';
import { judge } from '../seals/sealed-document.js';
import { SealsService } from '../seals/seals.service.js';
import type { DossierAnswer } from './dossier.dto.js';
import { FilledPostsService } from './filled-posts.service.js';
import { LastClearService } from './last-clear.service.js';
import { departmentsOf, fileItemsOf, headcountOf, noticesOf, opinionsOf } from './reviews.js';

/** The kinds of record behind the reasons that have one. */
const sourceOf: Readonly<Record<GateReasonKind, string>> = {
  headcount: 'headcount-review',
  'improper-treatment': 'headcount-review',
  file: 'file-review',
  'joint-review': 'joint-review-reply',
  notice: 'inspection-notice',
  opinions: 'inspection-opinion',
  debriefing: 'debriefing-score',
  'open-finding': 'audit-finding',
  'personal-matter': 'personal-matter-report',
  'report-unverified': 'personal-matter-report',
  admonition: 'reminder-talk',
  sanction: 'sanctions',
};

/** Everything about one case. */
@Injectable()
export class DossierService {
  constructor(
    private readonly files: CaseFilesService,
    private readonly policies: PoliciesService,
    private readonly posts: FilledPostsService,
    private readonly lastClear: LastClearService,
    private readonly seals: SealsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The dossier as of a day. Throws 404 for a case that the scope doesn't see. */
  async show(
    scope: Scope,
    caseNo: string,
    day: string | undefined,
    language: Language,
  ): Promise<DossierAnswer> {
    const { version, policy } = await this.policies.load();
    const file = await this.files.find(scope, caseNo);
    const asOf = day ?? usualDay(file, dateIn(this.config.timeZone));
    const asked = dayOf(asOf);
    const about = caseAt(file, asOf) ?? { ...asCase(file), decision: null };
    const isDecided = isDecidedBy(file, asOf);
    const { result, reasons } = gate(about, file.facts, asked, policy);
    const [deadlines = []] = caseDeadlines(
      [{ about, records: file.records }],
      asked,
      policy,
      file.facts.calendar,
    );
    const looksBack = !isDecided && result === 'blocked';
    const { cadreId: _, leftOn: __, ...facts } = registered(file);
    return {
      ...facts,
      ...(isDecided ? {} : { decidedOn: null, decision: null }),
      hasLeft: hasLeft(file, asOf),
      asOf,
      policyVersion: version,
      stage: stageOf(isDecided, reasons),
      result,
      reasons: reasons.map((reason) => told(reason, language)),
      lastClear: looksBack ? await this.lastClear.of(scope, file, policy) : null,
      ...(await this.#judged(file, isDecided)),
      oddities: (await this.#oddities(scope, file, asOf)).map(({ message, ...oddity }) => ({
        ...{ ...oddity, message: say(message, language) },
      })),
      deadlines: deadlines.map(({ dueOn, closedOn, kind, state, daysOverdue }) => ({
        ...{ kind, label: say(followUpKinds[kind], language), state, daysOverdue },
        ...{ dueOn: dateOf(dueOn) ?? '', closedOn: dateOf(closedOn) },
      })),
      headcount: headcountOf(file, await this.posts.of(scope, file, asOf), asked),
      fileItems: fileItemsOf(file, asked, policy, language),
      departments: departmentsOf(file, asked, policy, language),
      notices: noticesOf(file, asked, policy),
      opinions: opinionsOf(file, asked, policy, language),
    };
  }

  async #oddities(scope: Scope, file: CaseFile, asOf: string): Promise<Oddity[]> {
    const { policy } = await this.policies.load();
    const open = file.decision === null;
    const others = open ? await this.files.rows({ scope, forPostOf: file }) : [];
    return odditiesOf({
      ...{ about: asCase(file), facts: file.facts, day: dayOf(asOf), policy },
      leftOn: file.leftOn === null ? NO_DAY : dayOf(file.leftOn),
      others: others.filter((one) => isForSamePost(file, one)).map(({ caseNo }) => caseNo),
    });
  }

  async #judged(file: CaseFile, isDecided: boolean) {
    if (!isDecided) return { breach: 'none' as const, sealed: false };
    const seals = await this.seals.ofCadres([file.cadreId]);
    const seal = seals.find((one) => isSealOf(one, file));
    if (seal) return { breach: seal.breach, sealed: true };
    const { policy } = await this.policies.load();
    return { breach: judge(file, policy).breach, sealed: false };
  }
}

/** Whether another open case is for the same post: by its code where both have one, else by its name. */
function isForSamePost(one: CaseRow, other: CaseRow): boolean {
  if (other.caseNo === one.caseNo || other.decision !== null) return false;
  return one.postCode && other.postCode ? one.postCode === other.postCode : one.post === other.post;
}

function told(reason: GateReason, language: Language): DossierAnswer['reasons'][number] {
  const { kind, ref, message, clearedBy, missing } = reason;
  return {
    ...{ kind, label: say(gateReasons[kind], language), ref, missing },
    source: missing ? null : sourceOf[kind],
    message: say(message, language),
    clearedBy: say(clearedBy, language),
  };
}
