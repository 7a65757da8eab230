import { DataSource } from 'typeorm';

/**
 * TypeORM's data source, kept open until the rest of the product has ended. TypeORM's own module is
 * closed before the rooms that are imported beside it, while their jobs still read and write.
 */
export class LastingDataSource extends DataSource {
  /** What TypeORM's module calls, too early. */
  override async destroy(): Promise<void> {}

  /** Closes its connections. */
  end(): Promise<void> {
    return super.destroy();
  }
}
