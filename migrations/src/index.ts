import type { MigrationInterface } from 'typeorm';
import { RecordTables1795000000000 } from './1795000000000-record-tables.js';
import { ImportTables1795000000001 } from './1795000000001-import-tables.js';
import { Policies1795000000010 } from './1795000000010-policies.js';
import { Scoring1795000000011 } from './1795000000011-scoring.js';
import { Exports1795000000020 } from './1795000000020-exports.js';
import { AuditLog1795000000040 } from './1795000000040-audit-log.js';
import { TalkAndSessionTables1795373720487 } from './1795373720487-talk-and-session-tables.js';
import { CaseRecordTables1795375075808 } from './1795375075808-case-record-tables.js';
import { SpoolFolder1795400000000 } from './1795400000000-spool-folder.js';
import { RightToBeHeard1795700000000 } from './1795700000000-right-to-be-heard.js';
import { Backups1795710000000 } from './1795710000000-backups.js';
import { Accounts1795720000000 } from './1795720000000-accounts.js';
import { Authority1795730000000 } from './1795730000000-authority.js';
import { SecondPerson1795740000000 } from './1795740000000-second-person.js';
import { ExportScopes1795745000000 } from './1795745000000-export-scopes.js';
import { TokenSystems1795747000000 } from './1795747000000-token-systems.js';
import { Merges1795750000000 } from './1795750000000-merges.js';
import { Removals1795760000000 } from './1795760000000-removals.js';
import { AppointmentSeals1795765000000 } from './1795765000000-appointment-seals.js';
import { ClosedUnits1795770000000 } from './1795770000000-closed-units.js';
import { RankedScoresIndex1795775000000 } from './1795775000000-ranked-scores-index.js';
import { TalkProposals1795776100000 } from './1795776100000-talk-proposals.js';
import { RandomChecks1795776110000 } from './1795776110000-random-checks.js';
import { CalendarDays1795776300000 } from './1795776300000-calendar-days.js';
import { FirstImports1795776300001 } from './1795776300001-first-imports.js';
import { SharedRunRows1795776500000 } from './1795776500000-shared-run-rows.js';
import { ScoresOfScopesIndex1795776500001 } from './1795776500001-scores-of-scopes-index.js';
import { UnitPositions1795776600000 } from './1795776600000-unit-positions.js';
import { WhomRefusedRowsAreAbout1795776600001 } from './1795776600001-whom-refused-rows-are-about.js';
import { FollowUpsBase1795776800000 } from './1795776800000-follow-ups-base.js';
import { FollowUpsDueIndex1795776800001 } from './1795776800001-follow-ups-due-index.js';
import { Processes1795776900000 } from './1795776900000-processes.js';
import { SavedViews1795777000000 } from './1795777000000-saved-views.js';
import { SlimScoreIndexes1795780100000 } from './1795780100000-slim-score-indexes.js';
import { ProcessSigns1795780200000 } from './1795780200000-process-signs.js';
import { RunRowStatistics1795780300000 } from './1795780300000-run-row-statistics.js';
import { ChangedRecords1795780400000 } from './1795780400000-changed-records.js';
import { PolicyDrafts1795780500000 } from './1795780500000-policy-drafts.js';
import { ProcessLeases1795780600000 } from './1795780600000-process-leases.js';
import { Standings1795780700000 } from './1795780700000-standings.js';
import { UnitEnters1795780800000 } from './1795780800000-unit-enters.js';

/** Every change of the schema, oldest first. A change that has landed is never edited. */
export const migrations: readonly (new () => MigrationInterface)[] = [
  RecordTables1795000000000,
  ImportTables1795000000001,
  Policies1795000000010,
  Scoring1795000000011,
  Exports1795000000020,
  AuditLog1795000000040,
  TalkAndSessionTables1795373720487,
  CaseRecordTables1795375075808,
  SpoolFolder1795400000000,
  RightToBeHeard1795700000000,
  Backups1795710000000,
  Accounts1795720000000,
  Authority1795730000000,
  SecondPerson1795740000000,
  ExportScopes1795745000000,
  TokenSystems1795747000000,
  Merges1795750000000,
  Removals1795760000000,
  AppointmentSeals1795765000000,
  ClosedUnits1795770000000,
  RankedScoresIndex1795775000000,
  TalkProposals1795776100000,
  RandomChecks1795776110000,
  CalendarDays1795776300000,
  FirstImports1795776300001,
  SharedRunRows1795776500000,
  ScoresOfScopesIndex1795776500001,
  UnitPositions1795776600000,
  WhomRefusedRowsAreAbout1795776600001,
  FollowUpsBase1795776800000,
  FollowUpsDueIndex1795776800001,
  SavedViews1795777000000,
  Processes1795776900000,
  SlimScoreIndexes1795780100000,
  ProcessSigns1795780200000,
  RunRowStatistics1795780300000,
  ChangedRecords1795780400000,
  PolicyDrafts1795780500000,
  ProcessLeases1795780600000,
  Standings1795780700000,
  UnitEnters1795780800000,
];
