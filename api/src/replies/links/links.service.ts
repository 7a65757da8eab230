import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CadresService } from '../../cadres/cadres.service.js';
import { Callers } from '../../platform/access/callers.js';
import { runAs } from '../../platform/access/current-scope.js';
import type { Scope } from '../../platform/access/scope.js';
import { Database } from '../../platform/database/database.js';
import { ProductDatabase } from '../../platform/database/product-database.js';
import { conflict, notFound, Problem } from '../../platform/errors/problem.js';
import { rfc3339 } from '../../platform/instants.js';
import { PoliciesService } from '../../policies/policies.service.js';
import type { Link } from './links.dto.js';

const TOKEN_BYTES = 32;

/** An opened link: whose records it shows, and who gave it out. */
export interface OpenedLink {
  readonly id: number;
  readonly cadreId: number;
  readonly staffNo: string;
  readonly issuedBy: string;
  readonly expiresAt: string;
}

const COLUMNS = `id, issued_by AS "issuedBy", ${rfc3339('issued_at')} AS "issuedAt",
  ${rfc3339('expires_at')} AS "expiresAt", ${rfc3339('revoked_at')} AS "revokedAt",
  revoked_by AS "revokedBy", opened_count AS "openedCount", ${rfc3339('opened_at')} AS "openedAt",
  CASE WHEN revoked_at IS NOT NULL THEN 'revoked'
    WHEN expires_at <= clock_timestamp() THEN 'expired' ELSE 'open' END AS state`;

/** Links by which somebody reads their own sheet and answers it, without an account. */
@Injectable()
export class LinksService {
  constructor(
    private readonly database: Database,
    private readonly product: ProductDatabase,
    private readonly cadres: CadresService,
    private readonly policies: PoliciesService,
    private readonly callers: Callers,
  ) {}

  /** Somebody's links, the latest first. */
  async list(scope: Scope, staffNo: string): Promise<{ staffNo: string; rows: Link[] }> {
    const cadreId = await this.cadres.idOf(scope, staffNo);
    const rows = await this.database.query<Link>(
      `SELECT ${COLUMNS} FROM reply_links WHERE cadre_id = $1 ORDER BY id DESC`,
      [cadreId],
    );
    return { staffNo, rows };
  }

  /** Issues a link, and revokes those before it. Its token is told here and never again. */
  async issue(scope: Scope, staffNo: string) {
    const cadreId = await this.cadres.idOf(scope, staffNo);
    const { policy } = await this.policies.load();
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const issued = await this.product.transaction(async (client) => {
      await client.query(
        `UPDATE reply_links SET revoked_at = clock_timestamp(), revoked_by = $2
           WHERE cadre_id = $1 AND revoked_at IS NULL AND expires_at > clock_timestamp()`,
        [cadreId, scope.subject],
      );
      const { rows } = await client.query<{ id: number; expiresAt: string }>(
        `INSERT INTO reply_links (cadre_id, token_sha256, issued_by, expires_at)
           VALUES ($1, $2, $3, clock_timestamp() + make_interval(days => $4))
           RETURNING id, ${rfc3339('expires_at')} AS "expiresAt"`,
        [cadreId, digestOf(token), scope.subject, policy.hearing.linkDays],
      );
      return rows[0] as { id: number; expiresAt: string };
    });
    return { staffNo, ...issued, path: `/heard#${token}` };
  }

  /** Revokes a link, which opens nothing from then on. 404 for a link of somebody else, 409 for one that opens nothing already. */
  async revoke(scope: Scope, staffNo: string, id: number) {
    const { rows } = await this.list(scope, staffNo);
    const link = rows.find((one) => one.id === id);
    if (!link) throw notFound(`link ${id} of this person`);
    if (link.state !== 'open') throw conflict('This link opens nothing any more.', 'link-over');
    await this.product.query(
      `UPDATE reply_links SET revoked_at = clock_timestamp(), revoked_by = $2
         WHERE id = $1 AND revoked_at IS NULL`,
      [id, scope.subject],
    );
    return this.list(scope, staffNo);
  }

  /**
   * What a token opens. `looked` counts it as an opening. Throws a 404 problem that is the same for a
   * token that never was, one that has expired or was revoked, and one whose issuer could not issue it
   * today: without the right, recused, or no longer in charge of that person.
   */
  async open(token: string, looked: boolean): Promise<OpenedLink> {
    const [link] = await this.product.query<OpenedLink>(
      `SELECT l.id, l.cadre_id AS "cadreId", c.staff_no AS "staffNo",
           l.issued_by AS "issuedBy", ${rfc3339('l.expires_at')} AS "expiresAt"
         FROM reply_links l JOIN LATERAL (SELECT staff_no FROM cadres
           WHERE cadre_id = l.cadre_id AND superseded_at IS NULL AND withdrawn_reason IS NULL
           ORDER BY recorded_at DESC, id DESC LIMIT 1) c ON true
         WHERE l.token_sha256 = $1 AND l.revoked_at IS NULL AND l.expires_at > clock_timestamp()`,
      [digestOf(token)],
    );
    if (!link || !(await this.#couldIssue(link))) {
      throw new Problem(404, {
        code: 'link-closed',
        detail:
          'This link opens nothing: it may have expired or been revoked. Ask the office for another.',
      });
    }
    if (looked) {
      await this.product.query(
        `UPDATE reply_links SET opened_count = opened_count + 1, opened_at = clock_timestamp() WHERE id = $1`,
        [link.id],
      );
    }
    return link;
  }

  /** Whether whoever issued a link may still give that person anything. */
  async #couldIssue({ issuedBy, staffNo }: OpenedLink): Promise<boolean> {
    const issuer = await this.callers.scopeOfSubject(issuedBy);
    if (!issuer?.roles.has('inspector')) return false;
    try {
      await runAs(issuer, () => this.cadres.idOf(issuer, staffNo));
      return true;
    } catch (error) {
      if (error instanceof Problem) return false;
      throw error;
    }
  }
}

const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();
