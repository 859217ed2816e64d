import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { OpenToAll } from '../../api/may.js';
import { PageDoor } from '../../web/page-door.js';
import { Pages } from '../../web/page.js';
import { showShut, type View } from '../../web/view.js';
import { InstallationKeys } from './installation-keys.js';
import { VerifyPage } from './views/verify-page.js';

/** Where anybody can have an archive checked, in their own browser. */
@Pages()
@Controller('verify')
export class VerifyPages {
  constructor(
    private readonly door: PageDoor,
    private readonly keys: InstallationKeys,
  ) {}

  @Get()
  @OpenToAll()
  async verify(@Req() request: FastifyRequest): Promise<View> {
    const page = await this.door.openPage(request);
    return showShut(<VerifyPage page={page} keys={await this.keys.list()} />);
  }
}
