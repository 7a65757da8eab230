import type { EntitySchema } from 'typeorm';
import { commitClockEntity, mappingEntity, unitTreeEntity } from './clock.entity.js';
import { importEntity, importProblemEntity } from './import.entity.js';
import { quarantineEntity, quarantineReferenceEntity } from './quarantine.entity.js';
import { recordEntities } from './record.entity.js';

/** Every table of evidence. */
export const evidenceEntities: readonly EntitySchema[] = [
  ...recordEntities,
  importEntity,
  importProblemEntity,
  quarantineEntity,
  quarantineReferenceEntity,
  commitClockEntity,
  unitTreeEntity,
  mappingEntity,
];
