import { get } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Visitor } from '../support/visitor.js';

/** An answer as it went over the line. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Packed, where the server packed it. */
  readonly body: Buffer;
}

/** Asks for a page as a browser would that takes these encodings, in a language. */
export async function rawAnswer(
  address: string,
  visitor: Visitor,
  encodings: string,
  language = 'en',
): Promise<RawAnswer> {
  const headers = { cookie: `${visitor.cookie}; gavel-language=${language}`, 'accept-encoding': encodings };
  return new Promise((resolve, reject) => {
    get(address, { headers }, (answer) => {
      buffer(answer).then((body) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }), reject);
    }).on('error', reject);
  });
}
