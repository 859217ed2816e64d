import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { InfoTexts } from '../../config/languages/info-text.js';
import { OpenToAll } from '../api/may.js';
import { InfoPage } from './info-page.js';
import { PageDoor } from './page-door.js';
import { Pages } from './page.js';
import { show, type View } from './view.js';

/** Pages that only explain, for everyone. */
@Pages()
@Controller()
export class InfoPages {
  constructor(private readonly door: PageDoor) {}

  @Get('help')
  @OpenToAll()
  help(@Req() request: FastifyRequest): Promise<View> {
    return this.explain(request, 'help');
  }

  @Get('accessibility')
  @OpenToAll()
  accessibility(@Req() request: FastifyRequest): Promise<View> {
    return this.explain(request, 'accessibility');
  }

  @Get('personal-data')
  @OpenToAll()
  personalData(@Req() request: FastifyRequest): Promise<View> {
    return this.explain(request, 'personalData');
  }

  private async explain(request: FastifyRequest, what: keyof InfoTexts): Promise<View> {
    const page = await this.door.openPage(request);
    return show(<InfoPage page={page} info={page.texts.info[what]} />);
  }
}
