import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { ClsModule } from 'nestjs-cls';
import { LoggerModule } from 'nestjs-pino';
import { AppointmentsModule } from './appointments/appointments.module.js';
import { AuditReadingModule } from './audit/audit.module.js';
import { BackupModule } from './backup/backup.module.js';
import { CadresModule } from './cadres/cadres.module.js';
import { CalendarsModule } from './calendars/calendars.module.js';
import { ConsequencesModule } from './consequences/consequences.module.js';
import { DemoModule } from './demo/demo.module.js';
import { EvidenceModule } from './evidence/evidence.module.js';
import { ExportsModule } from './exports/exports.module.js';
import { FirstImportsModule } from './first-imports/first-imports.module.js';
import { FollowUpsModule } from './follow-ups/follow-ups.module.js';
import { ScopeGuard } from './platform/access/scope.guard.js';
import { AuditModule } from './platform/audit/audit.module.js';
import { ChangeInterceptor } from './platform/audit/change.interceptor.js';
import { OperationGuard } from './platform/audit/operation.guard.js';
import { CONFIG, type Config } from './platform/config.js';
import { DatabaseModule } from './platform/database/database.module.js';
import type { DatabaseReach } from './platform/database/guard/roles.js';
import { loggedForms } from './platform/errors/logged-failure.js';
import { ParametersPipe } from './platform/errors/parameters.pipe.js';
import { ProblemFilter } from './platform/errors/problem.filter.js';
import { HttpModule } from './platform/http/http.module.js';
import { JobsModule } from './platform/jobs/jobs.module.js';
import type { ProcessKind } from './platform/processes/process-kind.js';
import { ProcessesModule } from './platform/processes/processes.module.js';
import { PoliciesModule } from './policies/policies.module.js';
import { PolicyPreviewsModule } from './policy-previews/policy-previews.module.js';
import { RepliesModule } from './replies/replies.module.js';
import { RetentionModule } from './retention/retention.module.js';
import { SavedViewsModule } from './saved-views/saved-views.module.js';
import { ScoringModule } from './scoring/scoring.module.js';
import { UnitsModule } from './units/units.module.js';
import { UsersModule } from './users/users.module.js';

@Global()
@Module({})
class ConfigModule {
  static of(config: Config): DynamicModule {
    return {
      module: ConfigModule,
      providers: [{ provide: CONFIG, useValue: config }],
      exports: [CONFIG],
    };
  }
}

/** The rooms of the product; each is a module of its own. */
const features = [
  HttpModule,
  EvidenceModule,
  PoliciesModule,
  CalendarsModule,
  ScoringModule,
  FollowUpsModule,
  CadresModule,
  AppointmentsModule,
  RepliesModule,
  ConsequencesModule,
  UnitsModule,
  UsersModule,
  FirstImportsModule,
  PolicyPreviewsModule,
  ExportsModule,
  AuditReadingModule,
  BackupModule,
  RetentionModule,
  SavedViewsModule,
  DemoModule,
];

@Module({})
export class AppModule {
  /** The whole application on one configuration and one database, as a process of this kind. */
  static on(config: Config, reach: DatabaseReach, kind: ProcessKind = 'server'): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.of(config),
        DiscoveryModule,
        ClsModule.forRoot({ global: true, middleware: { mount: true } }),
        LoggerModule.forRoot({
          pinoHttp: {
            level: config.logLevel,
            autoLogging: false,
            serializers: loggedForms,
            stream: process.stderr,
          },
        }),
        DatabaseModule.at(reach),
        ProcessesModule.as(kind),
        JobsModule,
        AuditModule,
        ...features,
      ],
      providers: [
        { provide: APP_GUARD, useClass: OperationGuard },
        { provide: APP_GUARD, useClass: ScopeGuard },
        { provide: APP_INTERCEPTOR, useClass: ChangeInterceptor },
        { provide: APP_PIPE, useClass: ParametersPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
