import { canonical } from '../account/record.js';
import type { Fact } from '../words.js';
import { FORMAT, type RecordedFile } from './archive-files.js';
import { Faulty } from './archive-fault.js';

/** What the checker reads of a record. */
export interface CheckedRecord {
  readonly title: string;
  readonly body: string;
  readonly number: number;
  readonly madeAt: string;
  readonly fingerprint: string;
  readonly account: { readonly seq: number; readonly head: string };
  readonly files: readonly RecordedFile[];
}

const MARKINGS = ['public', 'participants', 'restricted'];

/** Reads the canonical JSON of a record. Throws Faulty for any other text. */
export function readRecord(text: string): CheckedRecord {
  const record = new Reader(parsed(text));
  if (record.text('format') !== FORMAT) throw faulty();
  const account = record.part('account');
  return {
    title: record.part('handover').text('title'),
    body: record.part('body').text('name'),
    number: record.part('record').number('number'),
    madeAt: record.part('record').text('madeAt'),
    fingerprint: record.part('key').text('fingerprint'),
    account: { seq: account.number('seq'), head: account.text('head') },
    files: record.list('files').map(fileOf),
  };
}

function fileOf(file: Reader): RecordedFile {
  const marking = file.text('marking') as RecordedFile['marking'];
  if (!MARKINGS.includes(marking)) throw faulty();
  return { path: file.text('path'), sha256: file.text('sha256'), bytes: file.number('bytes'), marking };
}

function parsed(text: string): Fact {
  try {
    const value = JSON.parse(text) as Fact;
    // Two names for one thing, another order, a blank: whatever can be written in two ways is written in this one.
    if (canonical(value) === text) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof TypeError)) throw error;
  }
  throw faulty();
}

/** Parts of a record by their names; whatever is not as it has to be is a fault of the record. */
class Reader {
  constructor(private readonly value: unknown) {}

  text(name: string): string {
    const value = this.own(name);
    if (typeof value !== 'string') throw faulty();
    return value;
  }

  number(name: string): number {
    const value = this.own(name);
    if (!Number.isSafeInteger(value)) throw faulty();
    return value as number;
  }

  part(name: string): Reader {
    return new Reader(this.own(name));
  }

  list(name: string): Reader[] {
    const value = this.own(name);
    if (!Array.isArray(value)) throw faulty();
    return value.map((item: unknown) => new Reader(item));
  }

  private own(name: string): unknown {
    if (typeof this.value !== 'object' || this.value === null || !Object.hasOwn(this.value, name)) throw faulty();
    return (this.value as Readonly<Record<string, unknown>>)[name];
  }
}

function faulty(): Faulty {
  return new Faulty({ code: 'record' });
}
