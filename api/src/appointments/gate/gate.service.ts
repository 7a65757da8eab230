import { Inject, Injectable } from '@nestjs/common';
import { dayOf, gate, type Language } from '@probity/analytics';
import type { Scope } from '../../platform/access/scope.js';
import { CONFIG, type Config, dateIn } from '../../platform/config.js';
import { say } from '../../platform/http/language.js';
import { PoliciesService } from '../../policies/policies.service.js';
import { asCase, usualDay } from '../cases/case-file.js';
import { CaseFilesService } from '../cases/case-files.service.js';
import type { GateAnswer, GateQuery } from './gate.dto.js';
import { reasonInWords } from './gate-words.js';

/** Whether the candidate of a case may be appointed. */
@Injectable()
export class GateService {
  constructor(
    private readonly files: CaseFilesService,
    private readonly policies: PoliciesService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The gate as of a day, with what was known at an instant. Throws 404 for a case that the scope doesn't see. */
  async ask(
    scope: Scope,
    caseNo: string,
    query: GateQuery,
    language: Language,
  ): Promise<GateAnswer> {
    const { policy } = await this.policies.load(query.policyVersion);
    const file = await this.files.find(scope, caseNo, query.knownAt);
    const asOf = query.asOf ?? usualDay(file, dateIn(this.config.timeZone));
    const { result, reasons } = gate(asCase(file), file.facts, dayOf(asOf), policy);
    return {
      caseNo,
      staffNo: file.staffNo,
      asOf,
      result,
      reasons: reasons.map((reason) => ({
        kind: reason.kind,
        ref: reason.ref,
        message: say(reasonInWords(reason), language),
        missing: reason.missing,
      })),
    };
  }
}
