import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SectionRow } from '../../handovers/handovers.entity.js';
import { EndSilence } from './end-silence.js';

/** What the clock does for the review: for processes that look after what has fallen due, and serve no requests. */
@Module({
  imports: [TypeOrmModule.forFeature([SectionRow])],
  providers: [EndSilence],
  exports: [EndSilence],
})
export class SilenceModule {}
