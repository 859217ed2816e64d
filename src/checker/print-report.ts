import type { Report, RuleReport } from './check-installation.js';

/** Findings shown of one rule; the others are counted. */
const SHOWN = 20;

/** The report as a short table, with what was found beneath it. */
export function printReport(report: Report): string {
  const width = Math.max(...report.rules.map(({ rule }) => rule.length));
  const table = report.rules.map((one) => `${one.rule.padEnd(width)}  ${countOf(one)}`);
  const duplicates =
    report.duplicates === null ? [] : [`${'mails beyond the first'.padEnd(width)}  ${String(report.duplicates)}`];
  const bodies = report.bodies.length === 0 ? 'no body' : report.bodies.join(', ');
  const verdict = report.ok ? 'Everything holds.' : 'Not everything holds.';
  return [
    `Checked at ${report.at}: ${bodies}`,
    '',
    ...table,
    ...duplicates,
    '',
    ...report.rules.flatMap(shown),
    verdict,
  ].join('\n');
}

function countOf({ looked, findings }: RuleReport): string {
  const seen = String(looked).padStart(7);
  return findings.length === 0 ? `${seen}  holds` : `${seen}  BROKEN ${String(findings.length)} times`;
}

function shown({ rule, findings }: RuleReport): string[] {
  if (findings.length === 0) return [];
  const lines = findings.slice(0, SHOWN).map(({ body, about, what }) => `  ${[body, about].join(' ').trim()}: ${what}`);
  const more = findings.length > SHOWN ? [`  and ${String(findings.length - SHOWN)} more`] : [];
  return [`${rule}:`, ...lines, ...more, ''];
}
