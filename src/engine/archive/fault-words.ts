import type { ArchiveFault } from './archive-fault.js';

/** A sentence for each fault; `{name}`, `{entry}` and `{reason}` in it stand for what it is about. */
export type FaultTexts = Readonly<Record<ArchiveFault['code'], string>> & {
  /** Why an entry of an account is wrong. */
  readonly reasons: Readonly<Record<(ArchiveFault & { code: 'account' })['reason'], string>>;
};

/** What is wrong, in a sentence. */
export function faultWords(texts: FaultTexts, fault: ArchiveFault): string {
  const facts: Readonly<Record<string, string>> = {
    name: 'name' in fault ? shown(fault.name) : '',
    entry: 'entry' in fault ? String(fault.entry) : '',
    reason: fault.code === 'account' ? texts.reasons[fault.reason] : '',
  };
  return texts[fault.code].replaceAll(/\{(\w+)\}/g, (_, fact: string) => facts[fact] ?? '');
}

/** A name that may be anything: short, and without signs that act on what stands around them. */
function shown(name: string): string {
  const plain = name.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '\u{FFFD}');
  return plain.length > 120 ? `${plain.slice(0, 120)}…` : plain;
}
