import { Module } from '@nestjs/common';
import { ApplyRotation } from './apply-rotation.js';
import { ChangeTerm } from './change-term.js';
import { ImportRotation } from './import-rotation.js';
import { PreviewRotation } from './preview-rotation.js';
import { ProposeTerm } from './propose-term.js';
import { RotationApi } from './rotation.api.js';
import { RotationChairApi } from './rotation-chair.api.js';
import { RotationQueueApi } from './rotation-queue.api.js';
import { RotationPages } from './rotation.pages.js';
import { TermsApi } from './terms.api.js';

const USE_CASES = [ApplyRotation, ChangeTerm, ImportRotation, PreviewRotation, ProposeTerm];

@Module({
  controllers: [TermsApi, RotationApi, RotationQueueApi, RotationChairApi, RotationPages],
  providers: USE_CASES,
  exports: USE_CASES,
})
export class TermsModule {}
