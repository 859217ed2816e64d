import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Described } from '../api/described.js';
import { May } from '../api/may.js';
import { ApiProperty, ApiTags } from '../api/swagger.js';
import { MoveClockForm } from './clock.forms.js';
import { DemoClock } from './demo-clock.js';

/** What the clock shows. */
export class ClockView {
  @ApiProperty({ format: 'date-time', description: 'The virtual time, in UTC. It stands until it is moved.' })
  readonly now!: string;
}

const MILLISECONDS = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;

/** The virtual clock of the demo. Mail that falls due when it moves goes out at once. */
@ApiTags('Demo')
@Controller('api/v1/demo/clock')
export class ClockApi {
  constructor(private readonly clock: DemoClock) {}

  @Get()
  @May('body.read')
  @Described('What the virtual clock shows', ClockView)
  async read(): Promise<ClockView> {
    return { now: await this.clock.now() };
  }

  @Post()
  @HttpCode(200)
  @May('demo.clock')
  @Described('Move the virtual clock forward: to an instant, or by some days', ClockView)
  async move(@Body() { to, forward = 1, unit = 'days' }: MoveClockForm): Promise<ClockView> {
    const now = await this.clock.now();
    const at = to === undefined ? Date.parse(now) + forward * MILLISECONDS[unit] : Date.parse(to);
    return { now: await this.clock.moveTo(new Date(at).toISOString()) };
  }
}
