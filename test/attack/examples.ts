import { DAY } from '../support/records/small-province.js';
import type { Standing } from './standing.js';

/** A value that a parameter really takes, by its name: an attack begins from an answer that works. */
export const parameterExamples = ({
  ids,
  reply,
  talk,
}: Standing): Readonly<Record<string, string>> => ({
  staffNo: 'S001',
  person: 'S001',
  code: 'PA',
  unit: 'PA',
  ref: reply,
  kind: 'units',
  source: 'audit-finding',
  file: 'units.csv',
  language: 'en',
  name: 'theirs',
  version: '1',
  policyVersion: '1',
  asOf: DAY,
  compareTo: '2026-05-31',
  knownAt: '2099-01-01T00:00:00Z',
  from: '2026-01-01',
  to: '2099-01-01',
  months: '3',
  offset: '0',
  limit: '10',
  before: '1000000',
  q: 'a',
  band: 'low',
  sort: 'name',
  state: 'waiting',
  owedBy: 'unit',
  inherited: 'false',
  proposed: 'false',
  overdueOnly: 'false',
  scoreFrom: '0',
  scoreBelow: '100',
  include: 'reason',
  subject: 'bootstrap',
  action: 'Cadres_score',
  outcome: 'served',
  bom: 'false',
  mode: 'atomic',
  mapping: 'theirs',
  system: 'upload',
  runId: String(ids.run),
  caseNo: 'CASE-1',
  purpose: 'merge',
  page: 'ranking',
  number: talk,
  rule: 'no-such-rule',
  mark: 'recurring',
  registers: 'true',
  toCheck: 'true',
  checked: 'false',
  dueOn: DAY,
  partial: 'true',
  stage: 'open',
  blocked: 'false',
});

/** Where the same name means something else: by the beginning of the route, the longest first. */
export const exceptions = ({
  ids,
  record,
}: Standing): readonly [string, Record<string, string>][] => [
  ['DELETE /api/tokens/{id}', { id: String(ids.token) }],
  ['POST /api/imports/{kind}', { kind: 'units', mapping: '' }],
  ['GET /api/appointments', { policyVersion: '1', asOf: '2099-01-01' }],
  ['POST /api/proposals', { id: String(ids.proposal) }],
  ['GET /api/follow-ups', { kind: 'rectify-finding', state: 'overdue', staffNo: 'S001' }],
  ['GET /api/rankings', { band: 'low,insufficient' }],
  ['DELETE /api/sessions', { id: '999999' }],
  ['GET /api/users', { name: 'victim', id: String(ids.user) }],
  ['PUT /api/users', { id: String(ids.user) }],
  ['POST /api/users', { id: String(ids.user) }],
  ['DELETE /api/users', { id: String(ids.user) }],
  ['GET /api/freshness/events', { knownAt: '2026-01-01T00:00:00.000000Z' }],
  ['GET /api/random-checks', { id: String(ids.check) }],
  ['GET /api/records/closing', { kind: 'rectify-finding', ref: 'AF-1' }],
  ...['GET', 'POST', 'PUT'].map((method): [string, Record<string, string>] => [
    `${method} /api/records/{kind}`,
    { kind: 'audit-finding', id: record },
  ]),
  ['POST /api/first-imports', { kind: 'audit-finding' }],
  ['GET /api/talk-proposals', { state: 'open', kind: 'reminding' }],
  ['GET /api/imports', { id: String(ids.import) }],
  ['POST /api/quarantine', { id: String(ids.quarantine) }],
  ['GET /api/exports', { id: String(ids.schedule) }],
  ['PUT /api/exports', { id: String(ids.schedule) }],
  ['POST /api/exports', { id: String(ids.schedule) }],
];

const schedule = { name: 'weekly', what: 'rankings', unit: 'PA', filters: { band: 'low' } };
const times = { cron: '0 3 1 1 1', timeZone: 'Asia/Shanghai', bom: true };
const account = { displayName: 'A', roles: ['inspector'], unitCode: 'PA', kinds: ['units'] };
const person = { staffNo: 'S002', oidcName: 'a@example.org' };
const statement = { kind: 'reply', text: 'text', source: 'audit-finding', ref: 'AF-1' };
const decision = { reason: 'because' };

const finding = { ref: 'F-2', staff_no: 'S002', audit_no: 'AU-9', phase: 'in_term' };
const found = { found_on: '2026-06-01', severity: '2', rectify_by: '2099-01-01' };
const fields = { ...finding, ...found };

/** The body of every route that takes one. */
export const bodyExamples: Readonly<Record<string, object>> = {
  'PUT /api/mappings/{name}': {
    source: 'units',
    columns: { unit_code: 'Code' },
    values: { name: { theirs: 'ours' } },
    constants: { name: 'N' },
    dateFormat: 'YYYY-MM-DD',
  },
  'POST /api/merges': { staffNo: 'S006', formerStaffNo: 'S005', reason: 'because' },
  'POST /api/merges/preview': { staffNo: 'S006', formerStaffNo: 'S005' },
  'POST /api/merges/{id}/split': decision,
  'POST /api/erasures': { staffNo: 'S005', reason: 'because' },
  'POST /api/proposals/{id}/approve': decision,
  'POST /api/proposals/{id}/decline': decision,
  'POST /api/quarantine/{id}/release': decision,
  'POST /api/quarantine/{id}/approve': decision,
  'POST /api/quarantine/{id}/decline': decision,
  'POST /api/quarantine/{id}/discard': decision,
  'POST /api/policies': { changes: { 'no.such.number': 1 }, note: 'why' },
  'POST /api/scoring/runs': { asOf: DAY },
  'POST /api/cadres/{staffNo}/replies': { ...statement, system: 'upload', filedOn: '2026-06-01' },
  'PUT /api/cadres/{staffNo}/replies/{ref}': { text: 'text' },
  'POST /api/cadres/{staffNo}/replies/{ref}/withdraw': decision,
  'POST /api/cadres/{staffNo}/replies/{ref}/answer': {
    outcome: 'upheld',
    reason: 'because',
    correction: 'this',
    answeredOn: '2026-06-02',
  },
  'POST /api/heard/replies': statement,
  'PUT /api/heard/replies/{ref}': { text: 'text' },
  'POST /api/heard/replies/{ref}/withdraw': decision,
  'POST /api/cadres/{staffNo}/sign-offs': { asOf: DAY, score: 13.8, seen: 'a', follows: 'b' },
  'POST /api/session': { name: 'victim', password: 'wrong', code: '123456' },
  'POST /api/session/link': { token: 'A'.repeat(43), password: 'seven green teapots', code: '1' },
  'PUT /api/session/password': { present: 'wrong', password: 'eight green teapots' },
  'POST /api/session/totp': { password: 'wrong' },
  'PUT /api/session/totp': { code: '123456' },
  'DELETE /api/session/totp': { password: 'wrong' },
  'POST /api/users': { name: 'victim', ...account, ...person },
  'PUT /api/users/{id}': { ...account, ...person },
  'POST /api/users/{id}/links': { withoutTotp: false },
  'POST /api/users/{id}/recusals': { staffNo: 'S002', reason: 'kin' },
  'POST /api/tokens': { role: 'leader', unit: 'PA', kinds: ['units'], days: 1, name: 'n' },
  'POST /api/records/{kind}': { fields, system: 'upload' },
  'POST /api/records/{kind}/check': { fields, system: 'upload' },
  'PUT /api/records/{kind}/{id}': { version: 1, fields: { audit_no: 'AU-8', matter: 'money' } },
  'POST /api/records/{kind}/{id}/withdraw': { version: 1, reason: 'because' },
  'POST /api/records/{kind}/{id}/undo': { version: 1 },
  'POST /api/talk-proposals/{number}/accept': {
    ...{ kind: 'reminding', plannedOn: '2099-01-01', note: 'note', version: 1 },
  },
  'POST /api/talk-proposals/{number}/decline': { reason: 'because', version: 1 },
  'POST /api/random-checks': { year: 2020, unit: 'PA', witness: 'Somebody' },
  'POST /api/first-imports/{kind}/decision': { decision: 'accept', countFrom: DAY },
  'POST /api/policy-previews': { changes: { 'no.such.number': 'a' } },
  'PUT /api/saved-views/{page}/{name}': { query: 'band=low' },
  'POST /api/exports': { ...schedule, ...times },
  'PUT /api/exports/{id}': { ...schedule, ...times },
};

/** The file that is sent to the routes that take one, every cell of it attacked. */
export const FILE = 'unit_code,name,parent_code\nX9,Name,P\n';

/** Headers that are read or kept, attacked on one route that reads and on one that changes. */
export const headerExamples: Readonly<Record<string, string>> = {
  'Accept-Language': 'en',
  'User-Agent': 'attacker',
  'X-Forwarded-For': '10.0.0.1',
  'X-Background': '1',
  'Idempotency-Key': 'key-1',
};
