import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource, TypeOrmModule } from '@nestjs/typeorm';
import { migrations } from '@probity/migrations';
import pg from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { Database } from './database.js';
import { type Connection, type DatabaseReach, REACH, sessionName } from './guard/roles.js';
import { LastingDataSource } from './lasting-data-source.js';
import { ProductDatabase } from './product-database.js';
import { databaseTypes } from './types.js';

/** How TypeORM reaches the database; also used by the command that generates migrations. */
export function dataSourceOptions(connection: Connection): DataSourceOptions {
  const { connectionString, options } = connection;
  return {
    type: 'postgres',
    // Ours, or TypeORM would load another by its name.
    driver: pg,
    url: connectionString,
    installExtensions: false,
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    extra: {
      max: 14,
      application_name: sessionName('probity', connection),
      types: databaseTypes,
      options,
    },
  };
}

@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@InjectDataSource() private readonly source: LastingDataSource) {}

  /** Opens the database, whose schema is up to date and guarded (see `migrate`). */
  static at(reach: DatabaseReach): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({
            ...dataSourceOptions(reach.worker),
            autoLoadEntities: true,
            migrationsRun: false,
            retryAttempts: 3,
          }),
          dataSourceFactory: async (options) => new LastingDataSource(options as DataSourceOptions),
        }),
      ],
      providers: [Database, ProductDatabase, { provide: REACH, useValue: reach }],
      exports: [Database, ProductDatabase, TypeOrmModule],
    };
  }

  /** After everybody who works with it: of the modules for all this one is imported first, and so closed last. */
  async onApplicationShutdown(): Promise<void> {
    await this.source.end();
  }
}
