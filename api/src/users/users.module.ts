import { Global, Module } from '@nestjs/common';
import { Callers } from '../platform/access/callers.js';
import { UnitsModule } from '../units/units.module.js';
import { UsersController } from './accounts/accounts.controller.js';
import { AccountsService } from './accounts/accounts.service.js';
import { RecusalsService } from './accounts/recusals.service.js';
import { References } from './accounts/references.service.js';
import { Bootstrap } from './callers/bootstrap.service.js';
import { CallersService } from './callers/callers.service.js';
import { OwnSubjects } from './callers/own-subjects.service.js';
import { LinksService } from './links/links.service.js';
import { Redeeming } from './links/redeeming.service.js';
import { StartLinks } from './links/start-links.service.js';
import { OidcController } from './oidc/oidc.controller.js';
import { OidcProvider } from './oidc/oidc-provider.service.js';
import { OidcSignIn } from './oidc/oidc-sign-in.service.js';
import { OwnSignInController } from './sessions/own-sign-in.controller.js';
import { OwnSignIn } from './sessions/own-sign-in.service.js';
import { SessionController } from './sessions/session.controller.js';
import { SessionService } from './sessions/session.service.js';
import { SessionStart } from './sessions/session-start.service.js';
import { SessionsService } from './sessions/sessions.service.js';
import { Passwords } from './sign-in/passwords.service.js';
import { Sealing } from './sign-in/sealing.js';
import { SignInService } from './sign-in/sign-in.service.js';
import { SlowDown } from './sign-in/slow-down.service.js';
import { Totp } from './sign-in/totp.service.js';
import { CallingTokens } from './tokens/calling-tokens.service.js';
import { TokensController } from './tokens/tokens.controller.js';
import { TokensService } from './tokens/tokens.service.js';

/** Who may sign in, how, and what they may do. */
@Global()
@Module({
  imports: [UnitsModule],
  controllers: [
    SessionController,
    OwnSignInController,
    OidcController,
    UsersController,
    TokensController,
  ],
  providers: [
    AccountsService,
    Bootstrap,
    CallingTokens,
    LinksService,
    OidcProvider,
    OidcSignIn,
    OwnSubjects,
    OwnSignIn,
    Passwords,
    RecusalsService,
    Redeeming,
    References,
    Sealing,
    SessionService,
    SessionStart,
    SessionsService,
    SignInService,
    SlowDown,
    StartLinks,
    TokensService,
    Totp,
    { provide: Callers, useClass: CallersService },
  ],
  exports: [Callers, OwnSubjects],
})
export class UsersModule {}
