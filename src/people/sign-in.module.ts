import { Module } from '@nestjs/common';
import { FindSession } from './find-session.js';
import { PeopleModule } from './people.module.js';
import { AddFactorPages } from './sign-in/add-factor.pages.js';
import { AddSecondFactor } from './sign-in/add-second-factor.js';
import { AskForLink } from './sign-in/ask-for-link.js';
import { CompleteSignIn } from './sign-in/complete-sign-in.js';
import { HalfSessions } from './sign-in/half-sessions.js';
import { OpenIdPages } from './sign-in/open-id.pages.js';
import { OpenIdProvider } from './sign-in/open-id-provider.js';
import { OwnFactorsPages } from './sign-in/own-factors.pages.js';
import { ProveAddress } from './sign-in/prove-address.js';
import { ProvePasskey } from './sign-in/prove-passkey.js';
import { ProveRecovery } from './sign-in/prove-recovery.js';
import { ProveTotp } from './sign-in/prove-totp.js';
import { ReachPerson } from './sign-in/reach-person.js';
import { RemoveSecondFactor } from './sign-in/remove-second-factor.js';
import { ResetFactorsPages } from './sign-in/reset-factors.pages.js';
import { SecondFactorPages } from './sign-in/second-factor.pages.js';
import { SecondFactorsQueries } from './sign-in/second-factors.queries.js';
import { SecretKey } from './sign-in/secret-key.js';
import { SignInAgainPages } from './sign-in/sign-in-again.pages.js';
import { SignInLinkPages } from './sign-in/sign-in-link.pages.js';
import { SignInPages } from './sign-in/sign-in.pages.js';
import { Tries } from './sign-in/tries.js';

/** How people become sessions. Mail comes from SIGN_IN_POST, which whatever carries mail provides. */
@Module({
  imports: [PeopleModule],
  controllers: [
    SignInPages,
    SignInLinkPages,
    SecondFactorPages,
    AddFactorPages,
    SignInAgainPages,
    OwnFactorsPages,
    ResetFactorsPages,
    OpenIdPages,
  ],
  providers: [
    FindSession,
    SecretKey,
    Tries,
    AskForLink,
    ProveAddress,
    HalfSessions,
    ReachPerson,
    SecondFactorsQueries,
    AddSecondFactor,
    RemoveSecondFactor,
    ProveTotp,
    ProvePasskey,
    ProveRecovery,
    CompleteSignIn,
    OpenIdProvider,
  ],
})
export class SignInModule {}
