import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readEnvironment } from '../../config/environment.js';
import { May, OpenToAll } from '../../src/api/may.js';
import { createApp } from '../../src/create-app.js';
import { openLog } from '../../src/health/log.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

interface Unchecked {
  readonly name: string;
}
class Blank {
  name?: string;
}

@Controller('thoughtless')
class ThoughtlessController {
  @Get('no-permission')
  noPermission(): void {
    // Nobody said who may.
  }

  @Get('both')
  @May('me.read')
  @OpenToAll()
  both(): void {
    // Somebody said two things at once.
  }

  @Post('interface')
  @May('me.read')
  anInterface(@Body() body: Unchecked): Unchecked {
    return body;
  }

  @Post('blank')
  @May('me.read')
  blank(@Body() body: Blank): Blank {
    return body;
  }
}

@Controller('healthz')
class ShadowController {
  @Get()
  @OpenToAll()
  live(): void {
    // Somebody else answers here already.
  }
}

@Module({ controllers: [ThoughtlessController] })
class ThoughtlessModule {}

@Module({ controllers: [ShadowController] })
class ShadowModule {}

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const start = (module: typeof ThoughtlessModule | typeof ShadowModule) =>
  createApp({ environment: readEnvironment({}), databaseUrl: database.url, log: openLog('silent'), modules: [module] });

describe('the application does not start', () => {
  test('with routes that nobody gave a permission, or whose input nothing checks', async () => {
    await expect(start(ThoughtlessModule)).rejects.toThrow(
      [
        'Routes that cannot be served:',
        'ThoughtlessController.noPermission needs either @May or @OpenToAll',
        'ThoughtlessController.both needs either @May or @OpenToAll',
        'ThoughtlessController.anInterface takes input that nothing checks',
        'ThoughtlessController.blank takes input that nothing checks',
      ].join('\n'),
    );
  });

  test('with two routes for the same address', async () => {
    await expect(start(ShadowModule)).rejects.toThrow(/healthz/);
  });
});
