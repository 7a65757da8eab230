import { Injectable } from '@nestjs/common';
import type { Scope, UnitInterval } from '../../platform/access/scope.js';
import { PoliciesService } from '../../policies/policies.service.js';
import { CaseFilesService } from '../cases/case-files.service.js';
import { SealsService } from '../seals/seals.service.js';
import {
  byDecision,
  type CaseSummary,
  isSealOf,
  openStandings,
  sealedStanding,
  unsealedStanding,
} from './case-summary.js';

/** All cases of a scope as of a day, and the version of the policy that was asked. */
export interface Summaries {
  readonly policyVersion: number;
  readonly cases: readonly CaseSummary[];
}

/** How far every case is, and what blocks it. */
@Injectable()
export class SummariesService {
  constructor(
    private readonly files: CaseFilesService,
    private readonly seals: SealsService,
    private readonly policies: PoliciesService,
  ) {}

  /** The cases of people in scope that were opened by the day (`YYYY-MM-DD`), by case number. */
  async all(scope: Scope, asOf: string, units: UnitInterval | undefined): Promise<Summaries> {
    const { version, policy } = await this.policies.load();
    const rows = await this.files.rows({ scope, units, openedBy: asOf });
    const { decided, open } = byDecision(rows, asOf);
    const seals = await this.seals.ofCadres([...new Set(decided.map(({ cadreId }) => cadreId))]);
    const byCase = new Map(seals.map((seal) => [seal.caseNo, seal]));
    const sealed: CaseSummary[] = [];
    const unsealed: string[] = [];
    for (const row of decided) {
      const seal = byCase.get(row.caseNo);
      if (seal && isSealOf(seal, row)) sealed.push(sealedStanding(row, seal));
      else unsealed.push(row.caseNo);
    }
    const caseNos = [...open.map(({ caseNo }) => caseNo), ...unsealed];
    const files = caseNos.length > 0 ? await this.files.load({ scope, caseNos }) : [];
    const waiting = new Set(unsealed);
    const cases = [
      ...openStandings(
        files.filter(({ caseNo }) => !waiting.has(caseNo)),
        asOf,
        policy,
      ),
      ...sealed,
      ...files
        .filter(({ caseNo }) => waiting.has(caseNo))
        .map((file) => unsealedStanding(file, policy)),
    ];
    return { policyVersion: version, cases };
  }
}
