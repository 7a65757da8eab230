import { Injectable } from '@nestjs/common';
import { ScoringThread } from './scoring-thread.service.js';

/** The thread that holds this worker's partitions. */
@Injectable()
export class ShareThread extends ScoringThread {}

/** The thread that puts runs together out of everybody's partitions. */
@Injectable()
export class FinishingThread extends ScoringThread {}
