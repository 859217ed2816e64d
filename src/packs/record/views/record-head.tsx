import { Fragment } from 'preact';
import { dayAndTime, dayRange, longDay } from '../../../web/dates.js';
import { memberName } from '../../../web/names.js';
import type { RecordPartProps } from './record-part.js';

/** What passed from whom to whom, when and how. */
export function RecordHead({ record, reader }: RecordPartProps) {
  const { language, texts } = reader;
  const words = texts.record.page;
  const { meeting, effect, terms, handover, body } = record;
  return (
    <section>
      <h2>{words.handover}</h2>
      <dl>
        {(['outgoing', 'incoming'] as const).map((side) => (
          <Fragment key={side}>
            <dt>{texts.layout.desks[side]}</dt>
            <dd>
              {record.parties[side].members.map((member) => memberName(language, member)).join(texts.layout.comma)}
              {record.parties[side].label === null ? null : (
                <>
                  {' '}
                  (<bdi>{record.parties[side].label}</bdi>)
                </>
              )}
            </dd>
          </Fragment>
        ))}
        <dt>{texts.layout.desks.secretariat}</dt>
        <dd>
          <bdi>{record.parties.secretariat}</bdi>
        </dd>
        <dt>{words.state}</dt>
        <dd>{texts.layout.handoverStates[handover.state]}</dd>
        <dt>{words.date}</dt>
        <dd>{terms.handoverDate === null ? texts.layout.noDate : longDay(reader, terms.handoverDate)}</dd>
        {meeting === null ? null : (
          <>
            <dt>{words.meeting}</dt>
            <dd>
              <bdi>{[meeting.title, meeting.place].filter(Boolean).join(', ')}</bdi>
              {meeting.startsOn === null ? null : (
                <>
                  {texts.layout.comma}
                  {dayRange(reader, meeting.startsOn, meeting.endsOn ?? meeting.startsOn)}
                </>
              )}
            </dd>
          </>
        )}
        {effect === null ? null : (
          <>
            <dt>{words.effect}</dt>
            <dd>
              {words.how[effect.how]}, {dayAndTime(reader, effect.at, body.zone)}
            </dd>
            {effect.reference === null ? null : (
              <>
                <dt>{words.reference}</dt>
                <dd dir="auto">{effect.reference}</dd>
              </>
            )}
          </>
        )}
      </dl>
    </section>
  );
}

/** What shows that the record is the one that was made, and how to check it. */
export function RecordProof({ record, reader, digest }: RecordPartProps & { readonly digest: string }) {
  const words = reader.texts.record.page;
  return (
    <section>
      <h2>{words.proof}</h2>
      <p>{words.proofText}</p>
      <dl>
        <dt>{words.fingerprint}</dt>
        <dd>
          <code dir="ltr">{record.key.fingerprint}</code>
        </dd>
        <dt>{words.digest}</dt>
        <dd>
          <code dir="ltr">{digest}</code>
        </dd>
        <dt>{words.head(record.account.seq)}</dt>
        <dd>
          <code dir="ltr">{record.account.head}</code>
        </dd>
      </dl>
      <p>{words.check}</p>
    </section>
  );
}
