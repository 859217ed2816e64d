import { renderToString } from 'preact-render-to-string';
import {
  directionOf,
  LANGUAGE_NAMES,
  LOCALES,
  PAGE_LANGUAGES,
  textsOf,
  type PageLanguage,
} from '../../../../config/languages/pages.js';
import { dayAndTime } from '../../../web/dates.js';
import { memberName } from '../../../web/names.js';
import type { HandoverRecord } from '../handover-record.js';
import { RecordDocuments } from './record-documents.js';
import { RecordHead, RecordProof } from './record-head.js';
import type { RecordReader } from './record-part.js';
import { RecordSections } from './record-sections.js';
import { RecordSignatures } from './record-signatures.js';
import { RECORD_STYLE } from './record-style.js';

/** Nothing in the page runs or is loaded, also where what people wrote would. */
const SHUT = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The pages of an archive by their file names: the record for people, in each language, without any script. */
export function recordPages(record: HandoverRecord, digest: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    PAGE_LANGUAGES.map((language) => [
      fileOf(language),
      `<!doctype html>${renderToString(<RecordPage record={record} digest={digest} language={language} />)}\n`,
    ]),
  );
}

function fileOf(language: PageLanguage): string {
  return language === 'en' ? 'index.html' : `index.${language}.html`;
}

interface RecordPageProps {
  readonly record: HandoverRecord;
  readonly digest: string;
  readonly language: PageLanguage;
}

function RecordPage({ record, digest, language }: RecordPageProps) {
  const reader: RecordReader = { language, locale: LOCALES[language], texts: textsOf(language) };
  const words = reader.texts.record.page;
  const nameOf = (side: 'outgoing' | 'incoming'): string =>
    record.parties[side].members.map((member) => memberName(language, member)).join(reader.texts.layout.comma);
  const title = words.title(nameOf('outgoing'), nameOf('incoming'));
  return (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={SHUT} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${record.body.name}`}</title>
        <style>{RECORD_STYLE}</style>
      </head>
      <body>
        <main>
          <nav aria-label={reader.texts.layout.languages}>
            {PAGE_LANGUAGES.map((other) => (
              <a
                key={other}
                href={fileOf(other)}
                lang={other}
                hreflang={other}
                aria-current={other === language ? 'page' : undefined}
              >
                {LANGUAGE_NAMES[other]}
              </a>
            ))}
          </nav>
          <p class="soft">
            <bdi>{record.body.name}</bdi>
          </p>
          <h1>{title}</h1>
          <p>
            {words.number(record.record.number, dayAndTime(reader, record.record.madeAt, record.body.zone))}
            {'. '}
            {words.reasons[record.record.reason]}
          </p>
          <RecordHead record={record} reader={reader} />
          <RecordSignatures record={record} reader={reader} />
          <RecordSections record={record} reader={reader} />
          <RecordDocuments record={record} reader={reader} />
          <RecordProof record={record} reader={reader} digest={digest} />
        </main>
      </body>
    </html>
  );
}
