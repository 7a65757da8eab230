/** What the log keeps of a request: neither tokens nor the names in addresses belong there. */
interface LoggedRequest {
  readonly id: unknown;
  readonly method: unknown;
}

/** Where PostgreSQL quotes the row or the values that a statement failed on. */
const QUOTING = ['detail', 'where', 'hint', 'internalQuery', 'query', 'parameters'];

/**
 * How a request and an error are written to the log. `id` is also the request's number in the audit
 * log, which knows who asked what; an error says where it came from, without the data it came from.
 */
export const loggedForms = {
  req: ({ id, method }: LoggedRequest): LoggedRequest => ({ id, method }),
  err: (error: object): object =>
    Object.fromEntries(
      ['type', 'message', 'stack', ...Object.keys(error)]
        .filter((member) => member !== 'raw' && !QUOTING.includes(member))
        .map((member) => [member, (error as Record<string, unknown>)[member]]),
    ),
};
