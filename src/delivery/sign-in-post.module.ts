import { Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Environment } from '../../config/environment.js';
import { SIGN_IN_POST } from '../people/sign-in/sign-in-post.js';
import type { Carrier } from './carrier.js';
import { MailSignInPost } from './sign-in-post.js';

/** Read in with the first mail: what carries mail makes a start longer. */
async function openCarrier({ smtpUrl, mailDirectory, mailFrom }: Environment): Promise<Carrier> {
  if (smtpUrl === null) {
    const { FolderCarrier } = await import('./folder-carrier.js');
    return new FolderCarrier(mailDirectory, mailFrom);
  }
  const { SmtpCarrier } = await import('./smtp-carrier.js');
  return new SmtpCarrier(smtpUrl, mailFrom);
}

/** Gives signing in its mail, in the process that serves its pages: a worker is not waited for. */
@Global()
@Module({
  providers: [
    {
      provide: SIGN_IN_POST,
      inject: [DataSource, Environment],
      useFactory: (dataSource: DataSource, environment: Environment) =>
        new MailSignInPost(dataSource, () => openCarrier(environment), environment.publicUrl),
    },
  ],
  exports: [SIGN_IN_POST],
})
export class SignInPostModule {}
