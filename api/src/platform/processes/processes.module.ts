import { type DynamicModule, Global, Module } from '@nestjs/common';
import { PROCESS_KIND, type ProcessKind } from './process-kind.js';
import { Processes } from './processes.service.js';

@Global()
@Module({})
export class ProcessesModule {
  /** This process, as one of that kind among those on the same database. */
  static as(kind: ProcessKind): DynamicModule {
    return {
      module: ProcessesModule,
      providers: [Processes, { provide: PROCESS_KIND, useValue: kind }],
      exports: [Processes, PROCESS_KIND],
    };
  }
}
