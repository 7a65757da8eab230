import { bandCodes } from '@probity/analytics';
import type { SignedIn } from '../../support/access/sign-in.js';
import type { Look } from './looks.js';
import type { Guards } from './product.js';
import type { Asker } from './settled.js';
import type { WhoSeesWhom } from './world/who-sees-whom.js';
import { importMark, MARK, type World } from './world/world.js';

interface PersonRow {
  readonly staffNo: string;
  readonly unitCode: string | null;
  readonly band?: string;
  readonly owedBy?: string;
  readonly kind?: string;
  readonly state?: string;
  readonly inherited?: boolean;
}

interface Answer {
  readonly status: number;
  /** Headers and body, a byte a character. */
  readonly text: string;
  /** The body as JSON; undefined where it is none. */
  readonly json: unknown;
}

const has = ({ roles }: Asker, ...wanted: string[]) => wanted.some((role) => roles.includes(role));
const seesPeople = (asker: Asker) => has(asker, 'inspector', 'service');

/** Judges answers by the drawn world, and by what somebody who sees everyone is answered. */
export class Judge {
  readonly #answers = new Map<string, Promise<Answer>>();

  constructor(
    readonly world: World,
    readonly who: WhoSeesWhom,
    readonly watcher: SignedIn,
  ) {}

  /** What is wrong with the answer to a look, in words; undefined where nothing is. */
  async judge(asker: Asker, look: Look, guards: Guards): Promise<string | undefined> {
    // Nothing is changed: what nobody is hidden from is not tried.
    if (look.change && this.who.sees(asker, look.about ?? '')) return undefined;
    const answer = await ask(asker.session, look);
    if (answer.status >= 500) return `answers ${answer.status}`;
    return this.#marks(asker, look, answer) ?? (await this.#content(asker, look, answer, guards));
  }

  /** The marks in an answer that the asker may not see there. */
  #marks(asker: Asker, look: Look, { text }: Answer): string | undefined {
    const allowed = this.#allowed(asker, look);
    if (allowed === 'all') return undefined;
    const asked = new Set(JSON.stringify(look).match(MARK));
    const foreign = [...new Set(text.match(MARK))].filter(
      (mark) => !allowed.has(mark) && !asked.has(mark),
    );
    return foreign.length > 0 ? `shows ${foreign.join(', ')}` : undefined;
  }

  #allowed(asker: Asker, { kind, path }: Look): ReadonlySet<string> | 'all' {
    // The log names whoever was looked at, and accounts whose they are and from whom they are kept.
    if (kind === 'audit' && has(asker, 'auditor')) return 'all';
    if (kind === 'users' && has(asker, 'administrator')) return 'all';
    if (kind === 'import') {
      const number = this.world.callers.findIndex(({ name }) => name === asker.name);
      if (has(asker, 'approver')) return 'all';
      return new Set(has(asker, 'data-officer') ? [importMark(number)] : []);
    }
    const own = this.world.people.find(({ staffNo }) => staffNo === asker.own)?.mark;
    if (path === '/api/session') return new Set(own === undefined ? [] : [own]);
    const owed = kind.startsWith('follow-ups') && has(asker, 'leader');
    return seesPeople(asker) || owed ? this.who.marksFor(asker) : new Set<string>();
  }

  async #content(
    asker: Asker,
    look: Look,
    answer: Answer,
    guards: Guards,
  ): Promise<string | undefined> {
    if (['import', 'users', 'audit', 'other'].includes(look.kind)) {
      return undefined;
    }
    const leads = has(asker, 'leader') && /^(follow|unit|summ)/.test(look.kind);
    if (!seesPeople(asker) && !leads) return undefined;
    // Links are for inspectors alone (docs/access.md).
    if (look.path.endsWith('/links') && !has(asker, 'inspector')) {
      return answer.status === 403 ? undefined : `answers ${answer.status}`;
    }
    const about = look.kind.startsWith('person') ? look.about : undefined;
    if (about !== undefined && this.who.knows(about) && !this.who.sees(asker, about)) {
      return differsFromNobody(asker, look, about, answer);
    }
    // What somebody's role doesn't reach is the table of accesses' matter.
    if (look.change || answer.status === 403) return undefined;
    const whole = await this.#whole(look);
    if (about !== undefined) {
      if (look.kind !== 'person') return undefined;
      const told =
        whole.status < 400
          ? [unplaced(answer.json), unplaced(whole.json)]
          : [said(answer.json), said(whole.json)];
      return same(told[0], told[1]) ? undefined : `answers ${answer.text} instead of ${whole.text}`;
    }
    const unit = look.kind === 'summary' ? look.about : look.query.unit;
    if (guards !== 'rows-only' && unit !== undefined && !this.who.hasUnit(asker, unit)) {
      const refused = answer.status === 404 || (answer.status === 400 && whole.status === 400);
      return refused ? undefined : `answers ${answer.status} for a foreign unit`;
    }
    if (answer.status !== whole.status) return `answers ${answer.status}`;
    return answer.status === 200 ? this.#counts(asker, look, answer, guards) : undefined;
  }

  async #counts(
    asker: Asker,
    look: Look,
    answer: Answer,
    guards: Guards,
  ): Promise<string | undefined> {
    const { limit: _l, offset = '0', ...query } = look.query;
    const limit = Number(look.query.limit ?? (look.accept === 'application/json' ? 100 : 1e9));
    switch (look.kind) {
      case 'ranking':
      case 'follow-ups': {
        const rows = await this.#rows(asker, look, query);
        const wanted = { total: rows.length, rows: rows.slice(+offset, +offset + limit) };
        const { total, rows: told } = answer.json as typeof wanted;
        return same(wanted, { total, rows: told })
          ? undefined
          : `answers ${JSON.stringify({ total, told })} instead of ${JSON.stringify(wanted)}`;
      }
      case 'ranking-file':
      case 'follow-ups-file': {
        const rows = (await this.#rows(asker, look, query)).slice(+offset, +offset + limit);
        return differing(
          new Set(answer.text.match(MARK)),
          new Set(JSON.stringify(rows).match(MARK)),
        );
      }
      case 'search': {
        const rows = (await this.#rows(asker, look, query)).slice(0, limit);
        const { rows: told } = answer.json as { rows: PersonRow[] };
        return same(rows, told) ? undefined : `finds ${JSON.stringify(told)}`;
      }
      case 'follow-ups-summary': {
        const rows = await this.#rows(asker, { ...look, path: '/api/follow-ups' }, query);
        const told = (answer.json as { byKind: Record<string, { overdue: number }> }).byKind;
        const overdue = countBy(
          rows.filter(({ state, inherited }) => state === 'overdue' && !inherited),
          ({ kind }) => kind,
        );
        const wrong = Object.entries(told).filter(
          ([kind, n]) => n.overdue !== (overdue[kind] ?? 0),
        );
        const missing = Object.keys(overdue).filter((kind) => !told[kind]);
        return wrong.length + missing.length > 0 ? `counts ${JSON.stringify(told)}` : undefined;
      }
      case 'distribution': {
        const { compareTo, ...present } = query;
        const told = answer.json as { total: number; bands: object; bandsBefore: object | null };
        const bandsOf = async (of: typeof present) => bandCounts(await this.#ranked(asker, of));
        const bands = await bandsOf(present);
        const before = compareTo ? await bandsOf({ ...present, asOf: compareTo }) : null;
        return same([told.bands, told.bandsBefore], [bands, before])
          ? undefined
          : `counts ${JSON.stringify([told.bands, told.bandsBefore])} instead of ${JSON.stringify([bands, before])}`;
      }
      default:
        return look.accept === 'application/json'
          ? this.#unitCounts(asker, look, answer, guards)
          : undefined;
    }
  }

  async #unitCounts(
    asker: Asker,
    look: Look,
    { json }: Answer,
    guards: Guards,
  ): Promise<string | undefined> {
    const { asOf, unit } = look.query;
    const told = json as UnitAnswer;
    const units = [
      ...(told.rows ?? []),
      ...(told.code ? [told as Counted] : []),
      ...(told.children ?? []),
    ];
    const ranked = await this.#ranked(asker, asOf ? { asOf } : {});
    for (const counted of units) {
      const wrong = this.#wrongCount(asker, ranked, counted.code, counted);
      if (wrong) return `${counted.code}: ${wrong}`;
    }
    for (const day of [...(told.trend ?? []), ...(told.yearBefore ? [told.yearBefore] : [])]) {
      const then = await this.#ranked(asker, { asOf: day.asOf ?? '' });
      const wrong = this.#wrongCount(asker, then, told.code ?? '', day);
      if (wrong) return `${told.code} on ${day.asOf}: ${wrong}`;
    }
    if (guards === 'rows-only' || told.code !== undefined) return undefined;
    const codes = this.world.units
      .map(({ code }) => code)
      .filter((code) => this.who.hasUnit(asker, code));
    const asked = codes.filter((code) => unit === undefined || this.who.within(code, unit));
    return differing(new Set(units.map(({ code }) => code)), new Set(asked));
  }

  #wrongCount(asker: Asker, ranked: readonly PersonRow[], code: string, counted: Counted) {
    const here = ranked.filter(
      ({ unitCode }) => unitCode !== null && this.who.within(unitCode, code),
    );
    const { cadreCount, bands } = counted;
    if (seesPeople(asker)) {
      if (cadreCount !== here.length) return `${cadreCount} people instead of ${here.length}`;
      const right = bandCounts(here);
      return !bands || same(bands, right) ? undefined : `${JSON.stringify(bands)}`;
    }
    const rounded = Math.round(here.length / 5) * 5;
    return cadreCount === null || cadreCount === rounded
      ? undefined
      : `leaders are told ${cadreCount} of ${here.length} people`;
  }

  /** The people of a ranking whom the asker may see (as leaders count them, too). */
  #ranked(asker: Asker, query: Readonly<Record<string, string>>): Promise<PersonRow[]> {
    return this.#rows(asker, { ...rankingLook, query }, query);
  }

  /** All rows of a list that the asker may see, as somebody is answered who sees everyone. */
  async #rows(asker: Asker, look: Look, query: Readonly<Record<string, string>>) {
    const all = { ...look, accept: 'application/json', query: { ...query, limit: '1000' } };
    const { rows } = (await this.#whole(all)).json as { rows: PersonRow[] };
    const seen = rows.filter(({ staffNo }) => this.who.sees(asker, staffNo));
    if (seesPeople(asker) || !look.kind.startsWith('follow-ups')) return seen;
    return seen
      .filter(({ owedBy }) => owedBy === 'unit')
      .map((row) => ({ ...row, contested: false }));
  }

  #whole(look: Look): Promise<Answer> {
    const key = JSON.stringify(look);
    const known = this.#answers.get(key) ?? ask(this.watcher, look);
    this.#answers.set(key, known);
    return known;
  }
}

interface Counted {
  readonly code: string;
  readonly asOf?: string;
  readonly cadreCount: number | null;
  readonly bands?: object;
}

interface UnitAnswer {
  readonly code?: string;
  readonly rows?: readonly Counted[];
  readonly children?: readonly Counted[];
  readonly trend?: readonly Counted[];
  readonly yearBefore?: Counted;
}

const rankingLook: Look = {
  ...{ kind: 'ranking', path: '/api/rankings', query: {}, accept: 'application/json' },
};

/** Sends a look, and reads its whole answer. */
export async function ask(session: SignedIn, look: Look): Promise<Answer> {
  const query = new URLSearchParams(look.query).toString();
  const response = await session.fetch(query ? `${look.path}?${query}` : look.path, {
    headers: {
      accept: look.accept,
      ...(look.change && { 'content-type': 'application/json' }),
    },
    ...(look.change && { method: 'POST', body: JSON.stringify(look.change) }),
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    text: `${JSON.stringify([...response.headers])}${bytes.toString('latin1')}`,
    json: isJson ? JSON.parse(bytes.toString('utf8')) : undefined,
  };
}

const said = (json: unknown) => {
  const { status, type, detail, parameter } = (json ?? {}) as Record<string, unknown>;
  return JSON.stringify({ status, type, detail, parameter });
};

/** Without the place in a run: whether one of that day has been made meanwhile differs from answer to answer. */
const unplaced = (json: unknown) => {
  const { stale: _s, position: _p, rank: _r, ...rest } = (json ?? {}) as Record<string, unknown>;
  return rest;
};

/** A number that nobody has. */
const NOBODY = 'S-nobody';

/** Whether the answer about a hidden person is another than that to the same about a number that nobody has. */
async function differsFromNobody(asker: Asker, look: Look, about: string, answer: Answer) {
  const path = look.path.replace(encodeURIComponent(about), NOBODY);
  const nobody = await ask(asker.session, { ...look, path });
  const [told, wanted] = [said(answer.json), said(nobody.json).replace(NOBODY, about)];
  return told === wanted && answer.status >= 400
    ? undefined
    : `answers ${answer.status} ${told} for somebody hidden, not ${wanted}`;
}

const same = (a: unknown, b: unknown) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

/** The same with the members of objects in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, sorted(member)]),
  );
}

function differing(told: ReadonlySet<string>, wanted: ReadonlySet<string>): string | undefined {
  const missing = [...wanted].filter((one) => !told.has(one));
  const more = [...told].filter((one) => !wanted.has(one));
  if (missing.length + more.length === 0) return undefined;
  return `lacks ${missing.join(', ') || 'nothing'} and has ${more.join(', ') || 'nothing'} too much`;
}

function countBy<T>(rows: readonly T[], key: (row: T) => string | undefined) {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const name = key(row) ?? '';
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

const bandCounts = (rows: readonly PersonRow[]) => ({
  ...Object.fromEntries(bandCodes.map((band) => [band, 0])),
  ...countBy(rows, ({ band }) => band),
});
