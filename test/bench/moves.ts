import type { TaskCommand } from '../../src/engine/tasks/task.js';
import type { PersonId } from './bodies.js';

/** A task that the benchmark moves, in the hands of one client alone. */
export interface MovedTask {
  readonly handoverId: string;
  readonly taskId: string;
  readonly acceptedBy: PersonId;
  version: number;
}

/** One move to be made, on the strength of a version. */
export interface Move {
  readonly task: MovedTask;
  readonly personId: PersonId;
  readonly command: Extract<TaskCommand, { move: 'start' | 'submit' | 'return' }>;
}

/** Makes a move; gives the version of the task after it, or throws. */
export type MakeMove = (client: number, move: Move) => Promise<number>;

/** Tasks of the outgoing chair that wait for no other; `evidence_count` is set, so that they can be submitted. */
export const MOVED_TASKS = `
  UPDATE task SET evidence_count = 1
  WHERE body_id = $1 AND owner = 'outgoing' AND accepted_by IN ('incoming', 'secretariat') AND depends_on = '{}'
  RETURNING handover_id AS "handoverId", id AS "taskId", accepted_by AS "acceptedBy", version`;

/**
 * Clients that work at once and without pause: each starts, submits and has returned one task of its own handovers after
 * the other. Remembers versions from turn to turn, as nobody else moves these tasks.
 */
export class Movers {
  private readonly clients: readonly Iterator<Move, never>[];

  constructor(tasks: readonly MovedTask[], clients: number) {
    const handovers = [...new Set(tasks.map(({ handoverId }) => handoverId))].sort();
    const own = (client: number) =>
      tasks.filter(({ handoverId }) => handovers.indexOf(handoverId) % clients === client);
    this.clients = Array.from({ length: clients }, (_, client) => movesOf(own(client)));
  }

  /** Works for so many seconds; gives how long each move took, in milliseconds. */
  async work(seconds: number, makeMove: MakeMove): Promise<number[]> {
    const latencies: number[] = [];
    const end = performance.now() + seconds * 1_000;
    const works = this.clients.map(async (moves, client) => {
      for (let began = performance.now(); began < end;) {
        const move = moves.next().value;
        move.task.version = await makeMove(client, move);
        const now = performance.now();
        latencies.push(now - began);
        began = now;
      }
    });
    await Promise.all(works);
    return latencies;
  }
}

function* movesOf(tasks: readonly MovedTask[]): Generator<Move, never> {
  for (;;) {
    for (const task of tasks) {
      yield { task, personId: 'outgoing', command: { move: 'start' } };
      yield { task, personId: 'outgoing', command: { move: 'submit' } };
      yield { task, personId: task.acceptedBy, command: { move: 'return', reason: REASON } };
    }
  }
}

/** As long as a reason is that somebody types. */
export const REASON = 'The second annex is missing; please add it before the committee meets on Thursday.';
