/** A restore that is not carried out; the message says why and what to do. */
export class Refused extends Error {}
