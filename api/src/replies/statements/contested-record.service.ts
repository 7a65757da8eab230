import { Injectable } from '@nestjs/common';
import { sources } from '@probity/analytics';
import { CadreRecordsService } from '../../cadres/cadre-records.service.js';
import { ImportsService } from '../../evidence/imports/imports.service.js';
import { asProduct } from '../../platform/access/current-scope.js';
import type { Scope } from '../../platform/access/scope.js';
import { badParameter, notFound } from '../../platform/errors/problem.js';

/** What a statement is about. */
export interface About {
  readonly source?: string | undefined;
  readonly ref?: string | undefined;
  readonly system?: string | undefined;
}

/** Somebody's dossier is read whole: what is contested may stand anywhere in it. */
const WHOLE = Number.MAX_SAFE_INTEGER;

/** The records that statements are about, and who entered them. */
@Injectable()
export class ContestedRecordService {
  constructor(
    private readonly records: CadreRecordsService,
    private readonly imports: ImportsService,
  ) {}

  /**
   * The system that has such a record of this person; null where all are meant. Throws a 404 problem
   * where none has one, be it that it is somebody else's, and 400 where several have one, unless
   * `any` will do.
   */
  async systemOf(
    scope: Scope,
    staffNo: string,
    about: About,
    any: boolean,
  ): Promise<string | null> {
    const { source, ref } = about;
    if (source === undefined) return null;
    if (!sources.some(({ key }) => key === source)) throw notFound(`kind of record "${source}"`);
    if (ref === undefined) return null;
    const systems = new Set((await this.#versions(scope, staffNo, about)).map((one) => one.system));
    const [system] = systems;
    if (system === undefined) throw notFound(`record ${ref} of this person`);
    if (systems.size > 1 && any) return null;
    if (systems.size > 1) {
      const known = [...systems].join(', ');
      const detail = `Several systems have a record ${ref}; name one of: ${known}.`;
      throw badParameter('system', detail, 'several-systems', { systems: known });
    }
    return system;
  }

  /** Who imported what a statement is about, in all versions that were there when it was filed. */
  async enteredBy(
    scope: Scope,
    staffNo: string,
    about: About,
    until: string,
  ): Promise<Set<string>> {
    const versions = await this.#versions(scope, staffNo, about);
    const before = versions.filter(({ recordedAt }) => recordedAt <= until);
    const importIds = new Set(before.map(({ importId }) => importId));
    // Whose import it was, the one who answers need not be allowed to see.
    const imports = await asProduct(() =>
      Promise.all([...importIds].map((id) => this.imports.record(id))),
    );
    return new Set(imports.map(({ subject }) => subject));
  }

  async #versions(scope: Scope, staffNo: string, { source, ref, system }: About) {
    if (source === undefined) return [];
    const query = { source, offset: 0, limit: WHOLE };
    const { rows } = await this.records.list(scope, staffNo, query);
    return rows.filter(
      (one) =>
        (ref === undefined || one.ref === ref) && (system === undefined || one.system === system),
    );
  }
}
