import type { UnmetGate } from '../../engine/decision.js';
import { gateSentence, isolated } from '../gate-words.js';
import type { PageRequest } from '../page-request.js';
import { inLanguage } from '../names.js';
import { paths } from '../paths.js';

export interface RefusalsProps {
  readonly page: PageRequest;
  readonly gates: readonly UnmetGate[];
  readonly bodyId: string;
  /** The handover whose tasks may be meant; left out where the refusal is about none. */
  readonly handoverId?: string;
  /** Titles of tasks by id, for links that say more than a number. */
  readonly titles?: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

/** Everything that stands against what was asked: why, whose move it is, and where to look. */
export function Refusals(props: RefusalsProps) {
  const { page, gates } = props;
  if (gates.length === 0) return null;
  const words = page.texts.gates;
  return (
    <section class="errors refusals" role="alert" tabindex={-1} data-focus="yes">
      <h2>{words.title}</h2>
      <p>{words.count(gates.length)}</p>
      <GateList {...props} />
    </section>
  );
}

/** The same list where nothing was asked yet: beside a button that would not work now. */
export function GateList(props: RefusalsProps) {
  const { page, gates } = props;
  return (
    <ul class="gates">
      {gates.map((gate, index) => (
        <li key={index}>
          <p>{gateSentence(page, gate)}</p>
          <p class="next">
            {page.texts.gates.whose[gate.whose]} <Look {...props} gate={gate} />
          </p>
        </li>
      ))}
    </ul>
  );
}

/** A link to what the reason lies in, when that is another thing than the one asked about. */
function Look({ page, gate: { about }, bodyId, handoverId, titles }: RefusalsProps & { readonly gate: UnmetGate }) {
  const address = about === undefined ? null : addressOf(about, bodyId, handoverId);
  if (about === undefined || address === null) return null;
  const { look } = page.texts.gates;
  const title = about.kind === 'task' ? titles?.get(about.id) : undefined;
  const written = title === undefined ? null : inLanguage(page.language, title);
  return (
    <a href={address}>
      {about.kind === 'task' ? look.task(isolated(page, about.id)) : look[about.kind]}
      {written === null ? null : (
        <>
          {': '}
          <bdi lang={written.lang}>{written.text}</bdi>
        </>
      )}
    </a>
  );
}

type About = NonNullable<UnmetGate['about']>;

function addressOf({ kind, id }: About, bodyId: string, handoverId: string | undefined): string | null {
  switch (kind) {
    case 'handover':
      return paths.handover(bodyId, id);
    case 'archive':
      return paths.packFiles(bodyId, id);
    case 'term':
      return paths.rotation(bodyId);
    case 'person':
      return paths.person(bodyId, id);
    case 'task':
      return handoverId === undefined ? null : paths.task(bodyId, handoverId, id);
    case 'meeting':
      return handoverId === undefined ? null : paths.calendar(bodyId, handoverId);
    case 'section':
      return handoverId === undefined ? null : paths.section(bodyId, handoverId, id);
  }
}
