import type { MailContent, MailGroup, MailRow } from './content.js';

/** A mail as plain text, for readers and machines that show no HTML; it says the same. */
export function asText({ heading, greeting, groups, footer }: MailContent): string {
  const parts = [heading, greeting, ...groups.flatMap(groupAsText), `--\n${footer.join('\n')}`];
  return `${parts.join('\n\n')}\n`;
}

function groupAsText({ intro, rows, link }: MailGroup): string[] {
  return [
    ...(intro === '' ? [] : [intro]),
    ...rows.map(rowAsText),
    ...(link === null ? [] : [`${link.label}: ${link.href}`]),
  ];
}

function rowAsText({ title, link, status, lines }: MailRow): string {
  const told = [status, ...lines, ...(link === null ? [] : [link.href])];
  return [`* ${title}`, ...told.map((line) => `  ${line}`)].join('\n');
}
