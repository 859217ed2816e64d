import { ApiProperty } from '../api/swagger.js';
import type { CalendarDefinition } from '../engine/time/calendar.js';

export class CalendarHead {
  @ApiProperty() readonly id!: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty() readonly zone!: string;
  @ApiProperty({ type: 'integer' }) readonly version!: number;
}

export class CalendarView {
  @ApiProperty() readonly id!: string;
  @ApiProperty({ type: Object, description: 'Working week, office hours and public holidays, with their validity.' })
  readonly definition!: CalendarDefinition;
  @ApiProperty({ type: 'integer' }) readonly version!: number;
}
