import { Injectable, Logger } from '@nestjs/common';
import { Counter } from 'prom-client';
import type { Scope } from '../../platform/access/scope.js';
import { Database } from '../../platform/database/database.js';
import { notFound } from '../../platform/errors/problem.js';
import { metrics } from '../../platform/http/metrics.controller.js';
import { PoliciesService } from '../../policies/policies.service.js';
import { CaseFilesService } from '../cases/case-files.service.js';
import type { SealAnswer } from './seal.dto.js';
import { type Seal, sealColumns } from './seal.js';
import { SEAL_ENGINE, sealedDocument } from './sealed-document.js';
import { sealOf } from './sealing.service.js';

const sealDifferences = new Counter({
  name: 'probity_seal_differences_total',
  help: 'Sealed dossiers that were not reproduced byte for byte: each one is an alarm.',
  registers: [metrics],
});

/** Reads what was sealed, and works it out again. */
@Injectable()
export class SealsService {
  readonly #logger = new Logger('Seals');

  constructor(
    private readonly database: Database,
    private readonly files: CaseFilesService,
    private readonly policies: PoliciesService,
  ) {}

  /** The present seals of some people's cases. */
  ofCadres(cadreIds: readonly number[]): Promise<Seal[]> {
    return this.database.query<Seal>(
      `SELECT ${sealColumns} FROM appointment_seals s
       WHERE s.cadre_id = ANY ($1::bigint[]) AND s.superseded_at IS NULL`,
      [cadreIds],
    );
  }

  /**
   * The sealed dossier of a case's decision, worked out again from the records as they were known
   * then. Throws 404 for a case that the scope doesn't see, and for one that isn't sealed.
   */
  async show(scope: Scope, caseNo: string): Promise<SealAnswer> {
    const { cadreId, staffNo } = await this.files.find(scope, caseNo);
    const [seal] = await this.database.query<Seal & { document: string }>(
      `SELECT ${sealColumns}, s.document FROM appointment_seals s
       WHERE s.cadre_id = $1 AND s.case_no = $2 AND s.superseded_at IS NULL`,
      [cadreId, caseNo],
    );
    if (!seal) throw notFound(`sealed dossier of the appointment case ${caseNo}`);
    const { cadreId: _, id: __, blockedBy: ___, ...told } = seal;
    return { ...told, staffNo, reproduced: await this.#reproduced(scope, seal) };
  }

  /** Whether the records give the same bytes again; null where another engine sealed them, or records are gone since. */
  async #reproduced(scope: Scope, seal: Seal): Promise<boolean | null> {
    if (seal.engineVersion !== SEAL_ENGINE) return null;
    const { caseNo, knownAt, knownUntil, policyVersion } = seal;
    const { policy } = await this.policies.load(policyVersion);
    const [file] = await this.files.load({ scope, caseNos: [caseNo], knownAt });
    const again = file && sealOf(sealedDocument(file, { knownUntil, policyVersion, policy }));
    if (again?.sha256 === seal.sha256) return true;
    if (await this.#lacks(seal)) return null;
    sealDifferences.inc();
    this.#logger.error({ sealId: seal.id, sha256: again?.sha256 }, 'a seal was not reproduced');
    return false;
  }

  /** Whether records that went into a seal were removed, as retention has it. */
  async #lacks({ cadreId, knownAt, decidedOn }: Seal): Promise<boolean> {
    const { lacks } = await this.database.one<{ lacks: boolean }>(
      `SELECT EXISTS (
         SELECT FROM removed_records WHERE cadre_id = $1 AND recorded_from <= $2::timestamptz
           AND (from_on IS NULL OR from_on <= $3::date)) AS lacks`,
      [cadreId, knownAt, decidedOn],
    );
    return lacks;
  }
}
