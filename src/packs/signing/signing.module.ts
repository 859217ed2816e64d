import { Module } from '@nestjs/common';
import { HandoversModule } from '../../handovers/handovers.module.js';
import { PacksModule } from '../packs.module.js';
import { AddAddendum } from './add-addendum.js';
import { AddendaPages } from './addenda.pages.js';
import { CommitmentsPages } from './commitments.pages.js';
import { EffectPages } from './effect.pages.js';
import { PassingPages } from './passing.pages.js';
import { ReadPassingFile } from './read-passing-file.js';
import { SignHandover } from './sign-handover.js';
import { SignPages } from './sign.pages.js';
import { SigningApi } from './signing.api.js';
import { FilesOfApi } from './signing-files.forms.js';

/** Passing the chair: declarations and signatures, the passing itself, and what is added after the signing. */
@Module({
  imports: [HandoversModule, PacksModule],
  controllers: [SigningApi, CommitmentsPages, PassingPages, SignPages, EffectPages, AddendaPages],
  providers: [AddAddendum, FilesOfApi, ReadPassingFile, SignHandover],
  exports: [AddAddendum, SignHandover],
})
export class SigningModule {}
