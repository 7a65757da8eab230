import { Injectable } from '@nestjs/common';
import type { RecordKind } from '@probity/analytics';
import { AsProduct } from '../../platform/access/current-scope.js';
import type { Scope } from '../../platform/access/scope.js';
import { Database } from '../../platform/database/database.js';
import { badParameter, notFound } from '../../platform/errors/problem.js';
import { demandKind } from '../imports/import-access.js';
import { kindNamed } from '../kinds/kind-catalog.js';
import type { MappingProfile } from './profile.js';

/** A mapping profile with its name. */
export interface NamedMapping {
  readonly name: string;
  readonly profile: MappingProfile;
}

/** Keeps the mapping profiles. */
@Injectable()
export class MappingsService {
  constructor(private readonly database: Database) {}

  /**
   * Keeps a profile under a name, in place of one that was there. Imports keep the profile they had.
   * 403 for whoever may not import its kind: it says how others' files are read.
   */
  @AsProduct()
  async put(scope: Scope, name: string, profile: MappingProfile): Promise<NamedMapping> {
    demandKind(scope, kindNamed(profile.source));
    await this.#demandKindOf(scope, name);
    await this.database.query(
      `INSERT INTO mappings (name, profile, changed_by) VALUES ($1, $2, $3)
       ON CONFLICT (name) DO UPDATE SET profile = excluded.profile, changed_by = excluded.changed_by, changed_at = now()`,
      [name, profile, scope.subject],
    );
    return { name, profile };
  }

  /** One profile. Throws 404. */
  async find(_scope: Scope, name: string): Promise<NamedMapping> {
    const [row] = await this.database.query<NamedMapping>(
      'SELECT name, profile FROM mappings WHERE name = $1',
      [name],
    );
    if (!row) throw notFound('mapping');
    return row;
  }

  /** All profiles by name. */
  list(_scope: Scope): Promise<NamedMapping[]> {
    return this.database.query<NamedMapping>('SELECT name, profile FROM mappings ORDER BY name');
  }

  /** Forgets a profile. Throws 404, and 403 for whoever may not import its kind. */
  @AsProduct()
  async remove(scope: Scope, name: string): Promise<void> {
    await this.#demandKindOf(scope, name);
    const rows = await this.database.query('DELETE FROM mappings WHERE name = $1 RETURNING name', [
      name,
    ]);
    if (rows.length === 0) throw notFound('mapping');
  }

  /** Refuses (403) whoever may not import what the profile of a name is for, if there is one. */
  async #demandKindOf(scope: Scope, name: string): Promise<void> {
    const [row] = await this.database.query<NamedMapping>(
      'SELECT name, profile FROM mappings WHERE name = $1',
      [name],
    );
    if (row) demandKind(scope, kindNamed(row.profile.source));
  }

  /** The profile that an import names; undefined where it names none. Throws a 400 problem. */
  async profileFor(
    kind: RecordKind,
    name: string | undefined,
  ): Promise<MappingProfile | undefined> {
    if (name === undefined) return undefined;
    const [row] = await this.database.query<NamedMapping>(
      'SELECT name, profile FROM mappings WHERE name = $1',
      [name],
    );
    const called = `there is no mapping called "${name}"`;
    if (!row) throw badParameter('mapping', called, 'unknown-mapping', { name });
    if (row.profile.source !== kind.key) {
      throw badParameter(
        'mapping',
        `the mapping "${name}" is for ${row.profile.source}, not for ${kind.key}`,
        'other-kind-mapping',
        { name },
      );
    }
    return row.profile;
  }
}
