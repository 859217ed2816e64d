import { CheckField } from '../../web/components/check-field.js';
import { SelectField, TextField } from '../../web/components/field.js';
import { longDay } from '../../web/dates.js';
import type { FieldErrors, Typed } from '../../web/form.js';
import type { Cause } from '../move.forms.js';
import { calendarName, type MoveProps } from './change-words.js';

export interface ChooseMoveProps extends MoveProps {
  readonly cause: Cause;
  readonly typed: Typed;
  readonly errors: FieldErrors;
  /** Why nothing can be moved at all, in words; null where it can. */
  readonly tooLate: string | null;
}

/** The questions that belong to what has happened. */
export function CauseFields(props: ChooseMoveProps) {
  const { move } = props.page.texts;
  switch (props.cause) {
    case 'meeting':
      return <MeetingDays {...props} />;
    case 'postponed':
      return (
        <>
          <p class="lead">{move.postponedHint}</p>
          <Keep {...props} />
        </>
      );
    case 'effect_date':
      return <EffectDate {...props} />;
    case 'holiday':
      return <Holiday {...props} />;
    case 'working_day':
      return (
        <>
          <p class="lead">{move.workingDayHint}</p>
          <CalendarDay {...props} />
        </>
      );
    case 'rules':
      return <p class="lead">{move.rulesHint}</p>;
  }
}

function MeetingDays(props: ChooseMoveProps) {
  const { page, typed } = props;
  const { move } = page.texts;
  const others = ['startsOn2', 'endsOn2', 'startsOn3', 'endsOn3'];
  const isCompared = others.some((name) => (typed[name] ?? '') !== '');
  return (
    <>
      <DayPair {...props} legend={move.newDates} suffix="" />
      <details class="folds compare" open={isCompared}>
        <summary>{move.compare}</summary>
        <p class="hint">{move.compareHint}</p>
        <DayPair {...props} legend={move.candidate(2)} suffix="2" />
        <DayPair {...props} legend={move.candidate(3)} suffix="3" />
      </details>
      <Keep {...props} />
    </>
  );
}

function DayPair({ legend, suffix, ...field }: ChooseMoveProps & { readonly legend: string; readonly suffix: string }) {
  const { move } = field.page.texts;
  return (
    <fieldset class="pair">
      <legend>{legend}</legend>
      <div class="pair-fields">
        <TextField {...field} type="date" name={`startsOn${suffix}`} label={move.firstDay} />
        <TextField {...field} type="date" name={`endsOn${suffix}`} label={move.lastDay} />
      </div>
    </fieldset>
  );
}

/** Whether the chair passes on the agreed day although the meeting moves. */
function Keep({ page, typed, about }: ChooseMoveProps) {
  const { move } = page.texts;
  const { HANDOVER_DATE: day } = about.anchors;
  if (day === null) return null;
  return <CheckField name="keep" label={move.keep} hint={move.keepHint(longDay(page, day))} typed={typed} />;
}

function EffectDate(props: ChooseMoveProps) {
  const { move } = props.page.texts;
  return (
    <>
      <TextField {...props} type="date" name="handoverDate" label={move.effectDate} />
      <TextField {...props} type="date" name="termStart" label={move.effectStart} />
      <CheckField name="undated" label={move.undatedEffect} typed={props.typed} />
    </>
  );
}

function Holiday(props: ChooseMoveProps) {
  const { move } = props.page.texts;
  return (
    <>
      <CalendarDay {...props} />
      <TextField {...props} name="name" label={move.holidayName} />
      <CheckField name="provisional" label={move.expected} typed={props.typed} />
    </>
  );
}

function CalendarDay(props: ChooseMoveProps) {
  const { page, about } = props;
  const { move } = page.texts;
  const { outgoing, incoming, secretariat } = about.calendars;
  const calendars = [...new Set([outgoing, incoming, secretariat])];
  return (
    <>
      <SelectField
        {...props}
        name="calendarId"
        label={move.calendar}
        choices={calendars.map((id) => ({ value: id, text: calendarName(props, id) }))}
      />
      <TextField {...props} type="date" name="date" label={move.holidayDay} />
    </>
  );
}
