import { Inject, Injectable } from '@nestjs/common';
import type { Language } from '@probity/analytics';
import { runAs } from '../../platform/access/current-scope.js';
import type { Scope } from '../../platform/access/scope.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { conflict, notFound } from '../../platform/errors/problem.js';
import { confidentialSources, SheetService } from '../sheet/sheet.service.js';
import type { OwnStatement, Statement } from '../statements/replies.dto.js';
import { RepliesService, type Writer } from '../statements/replies.service.js';
import type { OwnView } from './links.dto.js';
import { LinksService, type OpenedLink } from './links.service.js';

/** Whoever has a link needs no more than this, and nobody fills the register through one. */
const MOST_STATEMENTS = 50;

/** What somebody reads and writes through the link for their own eyes: their own sheet and statements, nothing else. */
@Injectable()
export class HeardService {
  constructor(
    private readonly links: LinksService,
    private readonly sheets: SheetService,
    private readonly replies: RepliesService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Finds out whose link it is; see `LinksService.open`. */
  open(token: string, looked = false): Promise<OpenedLink> {
    return this.links.open(token, looked);
  }

  /** The sheet as of today, and what the person has written. */
  async read(link: OpenedLink, language: Language) {
    return this.#inScope(link, async (writer) => ({
      expiresAt: link.expiresAt,
      timeZone: this.config.timeZone,
      sheet: await this.sheets.of(writer, undefined, language),
      statements: (await this.replies.list(writer)).rows.map(ownViewOf),
    }));
  }

  /** Files a reply or a contest. A confidential record is told like one that is not there. */
  async file(link: OpenedLink, body: OwnStatement): Promise<OwnView> {
    return this.#inScope(link, async (writer) => {
      if (body.ref !== undefined && confidentialSources.has(body.source ?? '')) {
        throw notFound(`record ${body.ref} of this person`);
      }
      const { rows } = await this.replies.list(writer);
      if (rows.filter((one) => one.filedThrough === 'link').length >= MOST_STATEMENTS) {
        throw conflict(
          'No more can be sent through this link. Hand further text to the office.',
          'statements-full',
        );
      }
      return ownViewOf(await this.replies.file(writer, body));
    });
  }

  async supersede(link: OpenedLink, ref: string, text: string): Promise<OwnView> {
    return this.#inScope(link, async (writer) =>
      ownViewOf(await this.replies.supersede(writer, ref, text)),
    );
  }

  async withdraw(link: OpenedLink, ref: string, reason: string): Promise<OwnView> {
    return this.#inScope(link, async (writer) =>
      ownViewOf(await this.replies.withdraw(writer, ref, reason)),
    );
  }

  /** Every step names the one person that the link is about, and row security shows nobody else. */
  #inScope<T>(link: OpenedLink, work: (writer: Writer) => Promise<T>): Promise<T> {
    const scope = scopeOf(link);
    const { cadreId, staffNo } = link;
    return runAs(scope, () => work({ scope, cadreId, staffNo, through: 'link' }));
  }
}

/** Who acts through a link, as the audit log and the statements say it. */
export const scopeOf = ({ id, cadreId, issuedBy }: OpenedLink): Scope => ({
  subject: `link ${id} (issued by ${issuedBy})`,
  roles: new Set(),
  units: undefined,
  only: cadreId,
  hidden: [],
  mayApprove: false,
  system: false,
});

function ownViewOf(statement: Statement): OwnView {
  const { versions: _v, filedBy: _f, answeredBy: _a, system: _s, ...own } = statement;
  // An office may have entered a contest of a record whose number would tell who gave it.
  return confidentialSources.has(own.source ?? '') ? { ...own, recordRef: null } : own;
}
