import { Module } from '@nestjs/common';
import { AssetsPages } from './assets.pages.js';

/** What all pages share. */
@Module({ controllers: [AssetsPages] })
export class WebModule {}
