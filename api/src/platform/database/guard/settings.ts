import pg from 'pg';
import { type Scope, seesPeople } from '../../access/scope.js';
import { CALLER, callerText, reaches, SUBJECT } from './caller.js';

function reachOf({ units, only, hidden }: Scope): number {
  if (units !== undefined) return reaches.ofUnits;
  if (only !== undefined || hidden.length > 1) return reaches.named;
  return hidden.length > 0 ? reaches.allButOne : reaches.everybody;
}

/**
 * The statements that tell row security on whose behalf a transaction reads. The settings end with
 * the transaction, so that none can reach the next caller on the same connection.
 */
export function settingsFor(scope: Scope): string {
  const people = seesPeople(scope);
  const hidden = scope.hidden.map(Number);
  const approves = scope.roles.has('approver');
  const reach = reachOf(scope);
  const caller = callerText({
    people,
    counts: people || scope.roles.has('leader'),
    refused: approves,
    // A file is about people of any unit.
    imports: approves && reach === reaches.everybody,
    reach,
    whole: scope.units === undefined,
    enter: scope.units?.enter,
    leave: scope.units?.leave,
    hidden: `{${hidden.join(',')}}`,
    hiddenFirst: hidden[0],
    one: scope.only,
    account: scope.ownAccount,
  });
  return `SET LOCAL ${SUBJECT} = ${pg.escapeLiteral(scope.subject)}; SET LOCAL ${CALLER} = ${pg.escapeLiteral(caller)}`;
}
