import { sources } from '@probity/analytics';

/** Goes up with every change of the rules' code by which equal evidence and policy give another score. */
const REVISION = 1;

/**
 * The version of the scoring engine. A replay is equal bit for bit within one version, and published
 * rows can only be read by the version that wrote them: subtotals stand in the order of the sources.
 */
export const ENGINE_VERSION = `${REVISION}/${sources.map(({ key }) => key).join('+')}`;
