import fc, { type GeneratorValue } from 'fast-check';
import type { Asker } from './settled.js';
import { daysAround, recordsOfPeople } from './world/draw-world.js';
import { importMark, type World } from './world/world.js';

/** Which rule judges an answer besides that for marks. */
export type LookKind =
  | 'ranking'
  | 'ranking-file'
  | 'distribution'
  | 'follow-ups'
  | 'follow-ups-file'
  | 'follow-ups-summary'
  | 'search'
  | 'person'
  | 'person-page'
  | 'person-change'
  | 'units'
  | 'summaries'
  | 'summary'
  | 'import'
  | 'users'
  | 'audit'
  | 'other';

/** A request, and what it is about. */
export interface Look {
  readonly kind: LookKind;
  /** Begins with `/`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly accept: string;
  readonly change?: object;
  /** The person or the unit in its path. */
  readonly about?: string;
}

const ARROW = 'application/vnd.apache.arrow.stream';
const sources = [...recordsOfPeople, 'file-review', 'joint-review-reply', 'headcount-review'];
const rankingSorts = ['position', '-position', 'score', 'name', 'staffNo', '-unit', '-overdue'];
const sorts = [...rankingSorts, 'audit-finding', '-inspection-opinion'];
const oddities = ["' OR 1=1 --", 'U0%', '-1', '9'.repeat(40), '\u0000', '{"a":1}', '…', '../U0'];

/** What a look is drawn from. */
export interface LookAt {
  readonly world: World;
  readonly today: string;
  readonly knownAt: string;
  readonly askers: readonly Asker[];
}

/** Draws a request over every readable route, mostly sound, sometimes not. */
export function drawLook(g: GeneratorValue, { world, today, knownAt, askers }: LookAt): Look {
  const oneIn = (n: number) => g(fc.integer, { min: 0, max: n - 1 }) === 0;
  const pick = <T>(...values: T[]) => values[g(fc.nat, values.length - 1)] as T;
  const [longAgo = '', , monthAgo = '', yesterday = '', , tomorrow = ''] = daysAround(today);
  const person = () => (oneIn(15) ? pick('S-nobody', ...oddities) : pick(...world.people).staffNo);
  const unit = () => (oneIn(15) ? pick('U99', ...oddities) : pick(...world.units).code);
  const mark = () => pick(...world.people).mark;
  const text = () =>
    pick('Zq', mark(), mark(), mark().slice(0, 4), `alias-${mark()}`, '王', 'zq00', '%', '_');
  const maybe = (n: number, name: string, value: () => string) =>
    oneIn(n) ? { [name]: oneIn(25) ? pick(...oddities) : value() } : {};
  const asOf = () => maybe(2, 'asOf', () => pick(today, longAgo, monthAgo, yesterday, tomorrow));
  const paging = () => ({
    ...maybe(3, 'limit', () => pick('1', '3', '1000')),
    ...maybe(4, 'offset', () => pick('1', '2', '5', '100')),
  });
  const look = (kind: LookKind, path: string, more: Partial<Look> = {}): Look => ({
    ...{ kind, path, query: {}, accept: 'application/json' },
    ...more,
  });
  const ranking = () => ({
    ...asOf(),
    ...maybe(3, 'unit', unit),
    ...maybe(4, 'q', text),
    ...maybe(4, 'sort', () => pick(...sorts)),
    ...maybe(6, 'band', () => pick('high', 'elevated,watch', 'low,insufficient')),
    ...maybe(8, 'source', () => pick(...recordsOfPeople)),
    ...maybe(8, 'overdueOnly', () => 'true'),
    ...maybe(8, 'scoreFrom', () => pick('0', '3', '9')),
    ...maybe(8, 'scoreBelow', () => pick('3', '20')),
    ...maybe(5, 'compareTo', () => pick(monthAgo, yesterday)),
    ...maybe(4, 'include', () => 'reason'),
    ...paging(),
  });
  const followUps = () => ({
    ...asOf(),
    ...maybe(3, 'unit', unit),
    ...maybe(5, 'state', () => pick('overdue', 'open,due-soon', 'closed')),
    ...maybe(6, 'kind', () => pick('rectify-finding', 'answer-contest', 'verify-opinion')),
    ...maybe(5, 'owedBy', () => pick('unit', 'cadre', 'office')),
    ...maybe(6, 'staffNo', person),
    ...maybe(4, 'q', text),
    ...paging(),
  });
  const file = () => pick('text/csv', ARROW);
  const ofPerson = (kind: LookKind, end: string, more: Partial<Look> = {}) => {
    const about = person();
    return look(kind, `/api/cadres/${encodeURIComponent(about)}${end}`, { about, ...more });
  };
  const anImport = () =>
    String(pick(...askers.flatMap(({ importId }) => (importId ? [importId] : [])), 1, 2, 9999));
  switch (g(fc.integer, { min: 0, max: 23 })) {
    case 0:
    case 1:
    case 2:
      return look('ranking', '/api/rankings', { query: ranking() });
    case 3:
    case 4:
      return look('ranking-file', '/api/rankings', { query: ranking(), accept: file() });
    case 5:
      return look('distribution', '/api/rankings/distribution', {
        query: { ...asOf(), ...maybe(2, 'unit', unit), ...maybe(3, 'compareTo', () => monthAgo) },
      });
    case 6:
    case 7:
      return look('follow-ups', '/api/follow-ups', { query: followUps() });
    case 8:
      return look('follow-ups-file', '/api/follow-ups', { query: followUps(), accept: file() });
    case 9:
      return look('follow-ups-summary', '/api/follow-ups/summary', {
        query: { ...asOf(), ...maybe(2, 'unit', unit) },
      });
    case 10:
    case 11:
      return look('search', '/api/cadres', {
        query: { ...maybe(2, 'q', text), ...maybe(3, 'limit', () => pick('1', '2', '1000')) },
      });
    case 12:
      return ofPerson('person', '');
    case 13:
      return ofPerson('person', '/score', {
        query: { ...asOf(), ...maybe(3, 'knownAt', () => pick(knownAt, `${longAgo}T00:00:00Z`)) },
      });
    case 14:
      return ofPerson('person', '/history', { query: { ...asOf(), months: pick('1', '3') } });
    case 15:
      return ofPerson('person', '/records', {
        query: {
          ...maybe(2, 'source', () => pick(...sources, 'cadres', 'postings', 'sanctions')),
          ...paging(),
        },
      });
    case 16:
      return ofPerson('person', pick('/replies', '/sign-offs', '/links'));
    case 17:
      return ofPerson('person-page', '/sheet', {
        query: { ...asOf(), language: pick('en', 'zh-CN') },
      });
    case 18:
      return ofPerson('person-change', pick('/replies', '/sign-offs', '/links'), {
        change: pick({ kind: 'reply', text: 'x' }, { seen: 'x', follows: 'x' }, {}),
      });
    case 19:
      return look('units', '/api/units', { query: asOf() });
    case 20:
      return look('summaries', '/api/units/summaries', {
        query: { ...asOf(), ...maybe(2, 'unit', unit) },
        accept: pick('application/json', 'text/csv'),
      });
    case 21: {
      const about = unit();
      return look('summary', `/api/units/${encodeURIComponent(about)}/summary`, {
        about,
        query: { ...asOf(), months: '1' },
      });
    }
    case 22:
      return look(
        'import',
        pick(
          '/api/imports',
          '/api/quarantine',
          ...['', '/errors.csv', '/warnings.csv', '/rejected', '/events'].map(
            (end) => `/api/imports/${anImport()}${end}`,
          ),
        ),
      );
    default:
      return pick(
        look('users', '/api/users'),
        look('audit', '/api/audit', { query: { limit: '1000' } }),
        look('audit', `/api/audit/people/${person()}`),
        look('audit', '/api/audit/unusual'),
        ...[
          ...['/api/scoring/runs', '/api/scoring/runs/latest', '/api/freshness', '/api/policies'],
          ...['/api/kinds', '/api/mappings', '/api/session', '/api/sessions', '/api/tokens'],
          ...['/api/metrics', '/api/backups', '/api/heard', '/api/nowhere', '/api/exports'],
          ...['/api/talk-proposals', '/api/finding-marks', '/api/random-checks'],
          `/api/policies/${importMark(0)}`,
        ].map((path) => look('other', path)),
      );
  }
}
