import pg from 'pg';
import { type Scope, seesPeople } from '../../access/scope.js';

/** No person's internal number. */
const NOBODY = -1;

/**
 * The statement that tells row security on whose behalf a transaction reads. The settings end with
 * the transaction, so that none can reach the next caller on the same connection.
 */
export function settingsFor(scope: Scope): string {
  const people = seesPeople(scope);
  const hidden = scope.hidden.map(Number);
  const approves = scope.roles.has('approver');
  const everybody =
    scope.units === undefined && scope.only === undefined && scope.hidden.length === 0;
  const settings: Readonly<Record<string, string>> = {
    people: people ? 'on' : 'off',
    counts: people || scope.roles.has('leader') ? 'on' : 'off',
    // A file is about people of any unit.
    imports: approves && everybody ? 'on' : 'off',
    refused: approves ? 'on' : 'off',
    whole: scope.units === undefined ? 'on' : 'off',
    enter: String(scope.units?.enter ?? ''),
    leave: String(scope.units?.leave ?? ''),
    one: String(scope.only ?? ''),
    hidden: `{${hidden.join(',')}}`,
    hidden_first: String(hidden[0] ?? NOBODY),
    hidden_second: String(hidden[1] ?? NOBODY),
    subject: scope.subject,
  };
  return Object.entries(settings)
    .map(([name, value]) => `SET LOCAL probity.${name} = ${pg.escapeLiteral(value)}`)
    .join('; ');
}
