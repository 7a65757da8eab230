export * from './fields/day.js';
export * from './fields/field.js';
export type { Labels, Language } from './fields/labels.js';
export { type FollowUpKind, followUpKinds, type Holder } from './follow-ups/kinds.js';
export { registers } from './registers/index.js';
export { defineRegister, type RecordKind, type Register } from './registers/record-kind.js';
export * from './source.js';
export { sources } from './sources/index.js';
