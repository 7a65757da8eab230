import type { RecordKind } from '@probity/analytics';
import type { Scope } from '../../platform/access/scope.js';
import { Problem } from '../../platform/errors/problem.js';
import { belongsToUnit } from '../kinds/kind-catalog.js';

/** As what somebody fills in a form of a kind. */
export interface FormRights {
  /** As a data officer, about whomever, as a file could be; but what others sent stays closed. */
  readonly asSender: boolean;
  /** As an inspector, about the people in scope. */
  readonly asInspector: boolean;
}

/**
 * What a caller may do by forms of a kind. An alias says whose another office's numbers are from now
 * on, whoever they are about, so it takes a data officer. Throws 403 where nothing is allowed.
 */
export function formRights(scope: Scope, kind: RecordKind): FormRights {
  const { roles, kinds } = scope;
  const asSender = roles.has('data-officer') && (kinds === undefined || kinds.has(kind.key));
  const aboutPeople = !belongsToUnit(kind) && kind.key !== 'cadre-aliases';
  const asInspector = roles.has('inspector') && aboutPeople;
  if (asSender || asInspector) return { asSender, asInspector };
  throw new Problem(403, {
    code: 'not-permitted',
    parameter: 'kind',
    detail: `You may not enter or correct records of the kind ${kind.key}.`,
  });
}
