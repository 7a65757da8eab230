import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { systemScope } from '../../platform/access/scope.js';
import { canonicalJson } from '../../platform/canonical-json.js';
import { CONFIG, type Config, dateIn } from '../../platform/config.js';
import { ProductDatabase } from '../../platform/database/product-database.js';
import { rfc3339 } from '../../platform/instants.js';
import { PoliciesService } from '../../policies/policies.service.js';
import type { CaseFile, CaseRow } from '../cases/case-file.js';
import { CaseFilesService } from '../cases/case-files.service.js';
import { decisionsOf, isDecidedBy, type KnownDecision, knownUntilQuery } from './decisions.js';
import { type Seal, sealColumns } from './seal.js';
import { SEAL_ENGINE, type SealTerms, sealedDocument } from './sealed-document.js';

/** Any number that no other lock has: whoever holds it writes seals. */
const SEAL_LOCK = 7_106_431;
const CASES_AT_ONCE = 200;

/** The canonical JSON of a value, and SHA-256 over its bytes (hex). */
export function sealOf(value: unknown): { document: string; sha256: string } {
  const document = canonicalJson(value);
  return { document, sha256: createHash('sha256').update(document).digest('hex') };
}

/** Freezes what was known when cases were decided. */
@Injectable()
export class SealingService {
  constructor(
    private readonly product: ProductDatabase,
    private readonly files: CaseFilesService,
    private readonly policies: PoliciesService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Seals the decided cases of some people. A seal may still be replaced while the day lasts until
   * which knowledge counts; after that it stays.
   */
  async seal(cadreIds: readonly number[] | 'all'): Promise<void> {
    const only = cadreIds === 'all' ? undefined : cadreIds;
    const all = await this.files.rows({ scope: systemScope, cadreIds: only });
    const today = dateIn(this.config.timeZone);
    const decided = all.filter((row) => isDecidedBy(row, today));
    for (let from = 0; from < decided.length; from += CASES_AT_ONCE) {
      await this.#sealSome(decided.slice(from, from + CASES_AT_ONCE));
    }
  }

  async #sealSome(rows: readonly CaseRow[]): Promise<void> {
    const known = await this.product.query<KnownDecision>(
      knownUntilQuery,
      decisionsOf(rows, this.config.timeZone),
    );
    const { at } = await this.product.one<{ at: string }>(
      `SELECT ${rfc3339('at')} AS at FROM commit_clock`,
    );
    const seals = await this.#current(rows);
    const open = known.flatMap(({ caseNo, knownUntil }) => {
      const knownAt = knownUntil < at ? knownUntil : at;
      const row = rows.find((one) => one.caseNo === caseNo);
      const seal = seals.find((one) => one.caseNo === caseNo && one.cadreId === row?.cadreId);
      const isSame = seal?.decidedOn === row?.decidedOn && seal?.decision === row?.decision;
      return isSame && seal && seal.knownAt >= knownAt ? [] : [{ caseNo, knownUntil, knownAt }];
    });
    for (const [knownAt, those] of Map.groupBy(open, (one) => one.knownAt)) {
      const version = await this.policies.versionAt(knownAt);
      const { policy } = await this.policies.load(version);
      const caseNos = those.map(({ caseNo }) => caseNo);
      const files = await this.files.load({ scope: systemScope, caseNos, knownAt });
      for (const file of files) {
        const until = those.find(({ caseNo }) => caseNo === file.caseNo)?.knownUntil;
        if (!until || file.decidedOn === null) continue;
        await this.#keep(file, knownAt, { knownUntil: until, policyVersion: version, policy });
      }
    }
  }

  #current(rows: readonly CaseRow[]): Promise<Seal[]> {
    return this.product.query<Seal>(
      `SELECT ${sealColumns} FROM appointment_seals s
       WHERE s.cadre_id = ANY ($1::bigint[]) AND s.superseded_at IS NULL`,
      [[...new Set(rows.map(({ cadreId }) => cadreId))]],
    );
  }

  /** Puts a seal in the place of the one before; an equal one is only known to hold for longer. */
  async #keep(file: CaseFile, knownAt: string, terms: SealTerms): Promise<void> {
    const content = sealedDocument(file, terms);
    const { document, sha256 } = sealOf(content);
    const blockedBy = [...new Set(content.gate.reasons.map(({ kind }) => kind))];
    const whose = [file.cadreId, file.caseNo];
    await this.product.transaction(async (client) => {
      await client.query('SELECT pg_advisory_xact_lock($1)', [SEAL_LOCK]);
      const same = await client.query(
        `UPDATE appointment_seals SET known_at = greatest(known_at, $4::timestamptz)
         WHERE cadre_id = $1 AND case_no = $2 AND superseded_at IS NULL AND sha256 = $3`,
        [...whose, sha256, knownAt],
      );
      if (same.rowCount) return;
      await client.query(
        `UPDATE appointment_seals SET superseded_at = clock_timestamp()
         WHERE cadre_id = $1 AND case_no = $2 AND superseded_at IS NULL`,
        whose,
      );
      await client.query(
        `INSERT INTO appointment_seals (cadre_id, case_no, decided_on, decision, breach,
           blocked_by, known_at, known_until, policy_version, engine_version, document, sha256)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          ...[...whose, file.decidedOn, file.decision, content.breach, blockedBy],
          ...[knownAt, terms.knownUntil, terms.policyVersion, SEAL_ENGINE, document, sha256],
        ],
      );
    });
  }
}
