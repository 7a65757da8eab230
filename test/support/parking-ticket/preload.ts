import { type RecordKind, recordKinds, type Source, sources } from '@probity/analytics';
import { parkingTicket } from './parking-ticket.source.ts';

// Loaded before the product (`node --import`): what a line in sources/index.ts would do.
(sources as Source[]).push(parkingTicket);
(recordKinds as RecordKind[]).push(parkingTicket);
