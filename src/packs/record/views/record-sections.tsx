import { dayAndTime, longDay } from '../../../web/dates.js';
import { inLanguage } from '../../../web/names.js';
import type { HandoverRecord, RecordedTask } from '../handover-record.js';
import type { RecordPartProps, RecordReader } from './record-part.js';

/** The sections with what was decided, their tasks, and what was left over. */
export function RecordSections({ record, reader }: RecordPartProps) {
  const words = reader.texts.record.page;
  const left = record.tasks.filter(({ state }) => state === 'committed');
  return (
    <section>
      <h2>{words.commitments}</h2>
      {left.length === 0 ? <p>{words.noCommitments}</p> : <Commitments tasks={left} reader={reader} />}
      <h2>{words.sections}</h2>
      {record.sections.map((section) => (
        <Section key={section.id} section={section} record={record} reader={reader} />
      ))}
    </section>
  );
}

interface SectionProps extends RecordPartProps {
  readonly section: HandoverRecord['sections'][number];
}

function Section({ section, record, reader }: SectionProps) {
  const { texts } = reader;
  const words = texts.record.page;
  const { text, lang } = inLanguage(reader.language, section.title);
  const { decision } = section;
  return (
    <article>
      <h3>
        <bdi lang={lang}>{text}</bdi>
      </h3>
      <p class="soft">
        {texts.layout.sectionStates[section.state]}
        {decision === null ? null : (
          <>
            {texts.layout.comma}
            {decision.by === null ? null : (
              <>
                <bdi>{decision.by.name}</bdi>
                {texts.layout.comma}
              </>
            )}
            {dayAndTime(reader, decision.at, record.body.zone)}
          </>
        )}
      </p>
      {decision?.bySilence === true ? <p>{words.silence}</p> : null}
      <Said title={null} text={section.summary} />
      <Said title={words.needs} text={section.needs} />
      <Said title={words.decision} text={decision?.note ?? ''} />
      <Said title={words.reservation} text={decision?.reservation ?? ''} />
      <Tasks tasks={record.tasks.filter((task) => task.section === section.id)} reader={reader} />
    </article>
  );
}

function Said({ title, text }: { readonly title: string | null; readonly text: string }) {
  if (text === '') return null;
  return (
    <>
      {title === null ? null : <p class="soft">{title}</p>}
      <p class="said" dir="auto">
        {text}
      </p>
    </>
  );
}

interface TasksProps {
  readonly tasks: readonly RecordedTask[];
  readonly reader: RecordReader;
}

function Tasks({ tasks, reader }: TasksProps) {
  const { texts } = reader;
  const words = texts.record.page;
  if (tasks.length === 0) return null;
  return (
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">{words.task}</th>
            <th scope="col">{words.responsible}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.due}</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <tr key={task.id}>
              <th scope="row">
                <span class="id">
                  <bdi>{task.id}</bdi>
                </span>{' '}
                <TaskTitle task={task} reader={reader} />
              </th>
              <td>
                {texts.layout.desks[task.owner]}
                {task.responsible === null ? null : (
                  <>
                    {texts.layout.comma}
                    <bdi>{task.responsible.name}</bdi>
                  </>
                )}
              </td>
              <td>{texts.layout.states[task.state]}</td>
              <td>{task.dueOn === null ? texts.layout.noDate : longDay(reader, task.dueOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Commitments({ tasks, reader }: TasksProps) {
  const { texts } = reader;
  const words = texts.record.page;
  return (
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">{words.task}</th>
            <th scope="col">{words.until}</th>
            <th scope="col">{words.done}</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <tr key={task.id}>
              <th scope="row">
                <span class="id">
                  <bdi>{task.id}</bdi>
                </span>{' '}
                <TaskTitle task={task} reader={reader} />
              </th>
              <td>{task.committedOn === null ? texts.layout.noDate : longDay(reader, task.committedOn)}</td>
              <td>{task.fulfilledAt === null ? '–' : longDay(reader, task.fulfilledAt.slice(0, 10))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A title in the reader's language, or as it was written. */
function TaskTitle({ task, reader }: { readonly task: RecordedTask; readonly reader: RecordReader }) {
  const { text, lang } = inLanguage(reader.language, task.title);
  return <bdi lang={lang}>{text}</bdi>;
}
