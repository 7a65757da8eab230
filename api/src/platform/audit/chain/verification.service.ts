import { Injectable } from '@nestjs/common';
import { AsProduct } from '../../access/current-scope.js';
import { Database } from '../../database/database.js';
import { Checkpoints } from './checkpoints.service.js';
import { type Verification, verifyLog } from './verify-log.js';

/** Finds out whether the audit log is what was written. */
@Injectable()
export class LogVerification {
  constructor(
    private readonly database: Database,
    private readonly checkpoints: Checkpoints,
  ) {}

  /** Follows the whole log as it is now; a few seconds for each 100,000 entries. */
  @AsProduct()
  async verify(): Promise<Verification> {
    const { file, key } = this.checkpoints;
    // First the checkpoints, then the log: one signed in between would speak of entries not seen.
    const size = await file.size();
    return this.database.snapshot((client) => verifyLog(client, file.lines(size), key));
  }
}
