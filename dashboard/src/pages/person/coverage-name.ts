import type { CoveragePart } from '../../data/shapes.js';
import { type MessageKey, t, told } from '../../messages/words.js';

const known: Readonly<Record<string, MessageKey>> = {
  debriefing: 'person.coverage.kind.debriefing',
  'annual-report': 'person.coverage.kind.annual-report',
  opinions: 'person.coverage.kind.opinions',
  audit: 'person.coverage.kind.audit',
};

/** What a part of coverage asks for, in words: the server's own where it sends them. */
export function coverageName(part: CoveragePart): string {
  const key = known[part.kind];
  return told(part.label) || (key ? t(key) : part.kind);
}
