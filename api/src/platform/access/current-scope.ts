import { ClsServiceManager } from 'nestjs-cls';
import { type Scope, systemScope } from './scope.js';

const KEY = 'scope';
const cls = () => ClsServiceManager.getClsService();

/** The scope that the present work is done in. Throws where there is none: nothing is read on nobody's behalf. */
export function currentScope(): Scope {
  const scope = cls().get<Scope | undefined>(KEY);
  if (!scope) throw new Error('the database was asked outside of any scope');
  return scope;
}

/** Does the work, and whatever it starts, in this scope. */
export function runAs<T>(scope: Scope, work: () => T): T {
  return cls().run(() => {
    cls().set(KEY, scope);
    return work();
  });
}

/**
 * Does the work as the product itself, beyond what row security lets the caller do: writing, and what
 * the caller's own rights were already checked for.
 */
export const asProduct = <T>(work: () => T): T => runAs(systemScope, work);

/** Notes who asks, for the rest of the request. */
export function enterScope(scope: Scope): void {
  cls().set(KEY, scope);
}

/**
 * The same pages, each read in the scope that is current now: whoever takes them later may do so
 * from the events of a connection, which belong to no request.
 */
export function inCurrentScope<T>(pages: AsyncIterable<T>): AsyncIterable<T> {
  const scope = currentScope();
  return {
    [Symbol.asyncIterator](): AsyncIterator<T> {
      const iterator = pages[Symbol.asyncIterator]();
      return {
        next: () => runAs(scope, () => iterator.next()),
        return: async () => {
          await runAs(scope, () => iterator.return?.());
          return { done: true, value: undefined };
        },
      };
    },
  };
}

/** A method whose whole work is done as the product itself; see `asProduct`. */
export function AsProduct() {
  return (_: object, __: string, method: PropertyDescriptor): void => {
    const work = method.value as (...given: unknown[]) => unknown;
    method.value = function (this: unknown, ...given: unknown[]) {
      return asProduct(() => work.apply(this, given));
    };
  };
}
