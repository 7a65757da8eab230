/** What a process of the product is for: answering over HTTP and all other work, or that work alone. */
export type ProcessKind = 'server' | 'worker';

/** Injection token of the ProcessKind. */
export const PROCESS_KIND = Symbol('process kind');
