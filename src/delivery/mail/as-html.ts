import type { MailContent, MailGroup, MailLink, MailRow } from './content.js';

/** Colours and type of the pages, written into each element: mail readers drop style sheets. */
const INK = '#1a2230';
const SOFT = '#4c5462';
const NIGHT = '#142c47';
const LINK = '#17457e';
const LATE = '#a1242b';
const LINE = '#dcd6c9';
const SERIF = "font-family:'Source Serif 4',Georgia,serif";
const SANS = "font-family:'Source Sans 3',Helvetica,Arial,sans-serif";

/** A mail as HTML: one column, no images, nothing loaded from elsewhere. Every text is escaped here and only here. */
export function asHtml(content: MailContent): string {
  const { language, bodyName, subject, heading, greeting, groups, footer } = content;
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>`,
    `<body style="margin:0;background:#faf8f3;color:${INK};${SANS};font-size:17px;line-height:1.5">`,
    `<div style="max-width:600px;margin:0 auto;background:#fff">`,
    `<p style="margin:0;padding:12px 24px;background:${NIGHT};color:#fff;${SERIF};font-weight:600">${escaped(bodyName)}</p>`,
    `<div style="padding:24px"><h1 style="margin:0 0 12px;${SERIF};font-size:26px;line-height:1.2">${escaped(heading)}</h1>`,
    paragraph(greeting),
    ...groups.map(groupAsHtml),
    `<p style="margin:24px 0 0;padding-top:12px;border-top:1px solid ${LINE};font-size:15px;color:${SOFT}">`,
    `${footer.map(escaped).join('<br>')}</p></div></div></body></html>`,
  ].join('\n');
}

function groupAsHtml({ intro, rows, link }: MailGroup): string {
  const table =
    rows.length === 0
      ? ''
      : `<table role="presentation" style="width:100%;border-collapse:collapse">${rows.map(rowAsHtml).join('\n')}</table>`;
  return [intro === '' ? '' : paragraph(intro), table, link === null ? '' : button(link)].join('\n');
}

function rowAsHtml({ title, link, status, isLate, lines }: MailRow): string {
  const name = `<strong>${escaped(title)}</strong>`;
  const linked = link === null ? name : `<a href="${escaped(link.href)}" style="color:${LINK}">${name}</a>`;
  const loud = `<strong style="color:${isLate ? LATE : INK}">${escaped(status)}</strong>`;
  const told = [linked, loud, ...lines.map(escaped)].join('<br>');
  return `<tr><td style="padding:10px 0;border-top:1px solid ${LINE};text-align:start">${told}</td></tr>`;
}

function paragraph(text: string): string {
  return `<p style="margin:0 0 12px">${escaped(text)}</p>`;
}

function button({ label, href }: MailLink): string {
  const style = `display:inline-block;padding:10px 20px;background:${NIGHT};color:#fff;text-decoration:none;border-radius:4px`;
  return `<p style="margin:20px 0"><a href="${escaped(href)}" style="${style}"><strong>${escaped(label)}</strong></a></p>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}
