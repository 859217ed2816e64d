import { randomUUID } from 'node:crypto';
import { eventually } from '../support/eventually.js';
import { HANDOVER, type PersonId, type RabatHandover } from '../support/rabat.js';
import { taskIds, tokenFor } from './team.js';

/** A move that somebody was told is done. */
export interface Acknowledged {
  readonly key: string;
  readonly taskId: string;
  /** As the answer says: the number of the entry in the account, and its hash. */
  readonly version: number;
  readonly account: { readonly seq: number; readonly hash: string };
  /** How often it was sent until an answer came. */
  readonly tries: number;
  /** Whether the answer that came was one that had been given before, and lost. */
  readonly replayed: boolean;
}

/** One step of the story that every task goes through again and again: who does what. */
interface Step {
  readonly person: PersonId;
  readonly path: string;
  readonly body: object;
}

const STORY: readonly [Step, ...Step[]] = [
  { person: 'ma-delegate', path: 'start', body: {} },
  { person: 'ma-delegate', path: 'comments', body: { text: 'Nearly there.' } },
  { person: 'ma-delegate', path: 'submit', body: { note: 'Please look at it.' } },
  { person: 'pt-delegate', path: 'return', body: { reason: 'One page is missing.' } },
];

/** How long somebody goes on asking before they give up, in milliseconds; then the move counts as lost. */
const PATIENCE = 90_000;
/** How long an answer may take, and how long it is until the next try, in milliseconds. */
const SLOWEST_ANSWER = 20_000;
const NEXT_TRY = 50;

/** So many people who make moves at the same time, each with a task of their own, and who ask again until they know. */
export class Movers {
  /** Moves that somebody was told are done, in the order of the answers. */
  readonly acknowledged: Acknowledged[] = [];
  private begun = 0;

  private constructor(
    private readonly url: string,
    private readonly body: string,
    private readonly versions: Map<string, number>,
    private readonly tokens: ReadonlyMap<PersonId, string>,
  ) {}

  /** @param body of a team; @param url where the web process is asked. */
  static async of(rabat: RabatHandover, body: string, people: number, url: string): Promise<Movers> {
    const tokens = new Map<PersonId, string>();
    for (const { person } of STORY) tokens.set(person, await tokenFor(rabat, body, person));
    const sql = 'SELECT id, version FROM task WHERE body_id = $1 AND id = ANY ($2)';
    const rows: { id: string; version: number }[] = await rabat.database.read(body, (em) =>
      em.query(sql, [body, taskIds(people)]),
    );
    return new Movers(url, body, new Map(rows.map(({ id, version }) => [id, version])), tokens);
  }

  /** Makes moves until `enough` says so; every move that was begun is finished, unless all is over. */
  async moveUntil(enough: (begun: number) => boolean, over: AbortSignal): Promise<void> {
    await Promise.all([...this.versions.keys()].map((taskId) => this.goThrough(taskId, enough, over)));
  }

  private async goThrough(taskId: string, enough: (begun: number) => boolean, over: AbortSignal): Promise<void> {
    for (let turn = 0; !enough(this.begun); turn++) {
      this.begun += 1;
      await this.move(taskId, STORY[turn % STORY.length] ?? STORY[0], over);
    }
  }

  private async move(taskId: string, step: Step, over: AbortSignal): Promise<void> {
    const key = randomUUID();
    let tries = 0;
    let notBefore = 0;
    const answered = await eventually(
      `${step.path} of ${taskId} is answered`,
      async () => {
        over.throwIfAborted();
        if (performance.now() < notBefore) return null;
        tries += 1;
        const answer = await this.ask(taskId, step, key);
        notBefore = performance.now() + NEXT_TRY;
        return answer;
      },
      PATIENCE,
    );
    this.versions.set(taskId, answered.version);
    this.acknowledged.push({ ...answered, key, taskId, tries });
  }

  /** Null when no answer came, or one that says to come again. Anything but yes is a fault: nobody else has the task. */
  private async ask(taskId: string, { person, path, body }: Step, key: string): Promise<Answer | null> {
    const address = `${this.url}/api/v1/bodies/${this.body}/handovers/${HANDOVER}/tasks/${taskId}/${path}`;
    const answer = await fetch(address, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.tokens.get(person) ?? ''}`,
        'content-type': 'application/json',
        'if-match': `"${String(this.versions.get(taskId))}"`,
        'idempotency-key': key,
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(SLOWEST_ANSWER),
    })
      .then(async (response) => ({ response, text: await response.text() }))
      .catch(() => null);
    if (answer === null || answer.response.status === 503) return null;
    const { response, text } = answer;
    if (!response.ok) throw new Error(`${path} of ${taskId}: ${String(response.status)} ${text}`);
    const { version, account } = JSON.parse(text) as Pick<Answer, 'version' | 'account'>;
    return { version, account, replayed: response.headers.get('idempotency-replayed') === 'true' };
  }
}

type Answer = Pick<Acknowledged, 'version' | 'account' | 'replayed'>;
