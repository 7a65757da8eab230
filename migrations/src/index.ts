import type { MigrationInterface } from 'typeorm';

/** Every change of the schema, oldest first. A change that has landed is never edited. */
export const migrations: readonly (new () => MigrationInterface)[] = [];
