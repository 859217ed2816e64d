import { Injectable, type PipeTransform } from '@nestjs/common';
import { HttpProblem } from './problem.js';

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** For ids that are UUIDs, `@Param('token', UuidPipe) tokenId: string`: anything else names nothing that exists. */
@Injectable()
export class UuidPipe implements PipeTransform<string, string> {
  transform(id: string): string {
    if (!UUID.test(id)) throw new HttpProblem('not_found');
    return id;
  }
}
