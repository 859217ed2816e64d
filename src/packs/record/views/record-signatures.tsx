import { dayAndTime } from '../../../web/dates.js';
import type { HandoverRecord } from '../handover-record.js';
import type { RecordPartProps, RecordReader } from './record-part.js';

/** Who signed what, also where it does not count any more. */
export function RecordSignatures({ record, reader }: RecordPartProps) {
  const words = reader.texts.record.page;
  return (
    <section>
      <h2>{words.signatures}</h2>
      {record.signatures.length === 0 ? <p>{words.noSignatures}</p> : null}
      {record.signatures.map((signature) => (
        <Signed key={signature.at} signature={signature} zone={record.body.zone} reader={reader} />
      ))}
      {record.addenda.length === 0 ? null : <h2>{words.addenda}</h2>}
      {record.addenda.map(({ number, title, text, addedBy, addedAt }) => (
        <article key={number}>
          <h3>
            {number}. <bdi>{title}</bdi>
          </h3>
          <p class="soft">
            <bdi>{addedBy.name}</bdi>, {dayAndTime(reader, addedAt, record.body.zone)}
          </p>
          <p class="said" dir="auto">
            {text}
          </p>
        </article>
      ))}
    </section>
  );
}

interface SignedProps {
  readonly signature: HandoverRecord['signatures'][number];
  readonly zone: string;
  readonly reader: RecordReader;
}

function Signed({ signature, zone, reader }: SignedProps) {
  const { texts } = reader;
  const words = texts.record.page;
  const { side, person, signedFor, at, declaration, language, rank, signedName, inForce } = signature;
  return (
    <article>
      <h3>{texts.layout.desks[side]}</h3>
      <p>
        <bdi>{signedName ?? person.name}</bdi>
        {texts.layout.comma}
        <bdi>{rank ?? person.office}</bdi>
        {person.id === signedFor.id ? null : ` (${words.standsInFor(signedFor.name)})`}
        {texts.layout.comma}
        {dayAndTime(reader, at, zone)}
      </p>
      {inForce ? null : <p class="soft">{words.void}</p>}
      {declaration === null ? null : (
        <blockquote lang={language ?? undefined} dir="auto">
          {declaration}
        </blockquote>
      )}
    </article>
  );
}
