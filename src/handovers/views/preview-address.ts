import type { Typed } from '../../web/form.js';

/** An address that asks with these fields, so that it can be kept, sent, and read in another language. */
export function addressOf(path: string, fields: Typed): string {
  return `${path}?${new URLSearchParams(fields).toString()}`;
}
