import { Module } from '@nestjs/common';
import { FindSession } from '../people/find-session.js';
import { AssetsPages } from './assets.pages.js';
import { InfoPages } from './info.pages.js';
import { PageDoor } from './page-door.js';

/** What all pages share. */
@Module({ controllers: [AssetsPages, InfoPages], providers: [FindSession, PageDoor], exports: [PageDoor] })
export class WebModule {}
