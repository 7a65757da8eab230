import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { migrations } from '@probity/migrations';
import type { DataSourceOptions } from 'typeorm';
import { Database } from './database.js';
import { databaseTypes } from './types.js';

/** How TypeORM reaches the database; also used by the command that generates migrations. */
export function dataSourceOptions(url: string): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    extra: {
      max: 24,
      application_name: 'probity',
      types: databaseTypes,
      options: '-c TimeZone=UTC -c DateStyle=ISO,YMD',
    },
  };
}

@Global()
@Module({})
export class DatabaseModule {
  /** Opens the database, whose schema is up to date (see `migrate`). */
  static at(url: string): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions(url),
          autoLoadEntities: true,
          migrationsRun: false,
          retryAttempts: 3,
        }),
      ],
      providers: [Database],
      exports: [Database, TypeOrmModule],
    };
  }
}
