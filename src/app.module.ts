import { Module, type DynamicModule, type ModuleMetadata } from '@nestjs/common';
import { Environment } from '../config/environment.js';
import { ApiModule } from './api/api.module.js';
import { DeliveryModule } from './delivery/delivery.module.js';
import { SignInPostModule } from './delivery/sign-in-post.module.js';
import { HandoversModule } from './handovers/handovers.module.js';
import { HealthModule } from './health/health.module.js';
import { ContentModule } from './packs/content/content.module.js';
import { PacksModule } from './packs/packs.module.js';
import { RecordModule } from './packs/record/record.module.js';
import { ReviewModule } from './packs/review/review.module.js';
import { PeopleModule } from './people/people.module.js';
import { SigningModule } from './packs/signing/signing.module.js';
import { SignInModule } from './people/sign-in.module.js';
import { StorageModule, type StorageSettings } from './storage/storage.module.js';
import { TermsModule } from './terms/terms.module.js';
import { WebModule } from './web/web.module.js';

/** The web process: storage, health and the edge, then the features from the lowest up. */
@Module({})
export class AppModule {
  /** @param more modules that share this process. */
  static for(
    environment: Environment,
    storage: StorageSettings,
    more: NonNullable<ModuleMetadata['imports']>,
  ): DynamicModule {
    return {
      module: AppModule,
      global: true,
      imports: [
        StorageModule.for(storage),
        HealthModule,
        ApiModule,
        WebModule,
        PeopleModule,
        SignInModule,
        TermsModule,
        HandoversModule,
        PacksModule,
        ContentModule,
        RecordModule,
        ReviewModule,
        SigningModule,
        DeliveryModule,
        SignInPostModule,
        ...more,
      ],
      providers: [{ provide: Environment, useValue: environment }],
      exports: [Environment],
    };
  }
}
