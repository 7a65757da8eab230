import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { migrations } from '@probity/migrations';
import type { DataSourceOptions } from 'typeorm';
import { Database } from './database.js';
import { type Connection, type DatabaseReach, REACH } from './guard/roles.js';
import { ProductDatabase } from './product-database.js';
import { databaseTypes } from './types.js';

/** How TypeORM reaches the database; also used by the command that generates migrations. */
export function dataSourceOptions({ connectionString, options }: Connection): DataSourceOptions {
  return {
    type: 'postgres',
    url: connectionString,
    installExtensions: false,
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    extra: {
      max: 14,
      application_name: 'probity',
      types: databaseTypes,
      options,
    },
  };
}

@Global()
@Module({})
export class DatabaseModule {
  /** Opens the database, whose schema is up to date and guarded (see `migrate`). */
  static at(reach: DatabaseReach): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions(reach.worker),
          autoLoadEntities: true,
          migrationsRun: false,
          retryAttempts: 3,
        }),
      ],
      providers: [Database, ProductDatabase, { provide: REACH, useValue: reach }],
      exports: [Database, ProductDatabase, TypeOrmModule],
    };
  }
}
