/**
 * The version of the scoring engine. A replay is equal bit for bit within one version; it goes up
 * with every change by which equal evidence and policy give another score.
 */
export const ENGINE_VERSION = '1';
