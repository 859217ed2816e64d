import JestSequencer from '@jest/test-sequencer';

/** Files that mostly wait: for leases to end, for processes to start again. Longest first. */
const WAITING = [
  'chaos/worker-killed',
  'chaos/meeting-moved',
  'delivery/dying-workers',
  'chaos/queue-wiped',
  'delivery/lost-queue',
  'chaos/database-stopped',
  'chaos/web-killed',
  'chaos/outages',
  'chaos/answers-lost',
];

/** Spreads the files that wait evenly over the run, so that one waits beside two that compute, and none at the end alone. */
export default class Sequencer extends JestSequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    const waiting = WAITING.flatMap((name) => sorted.filter(({ path }) => path.endsWith(`/${name}.test.ts`)));
    const others = sorted.filter((test) => !waiting.includes(test));
    const apart = others.length / waiting.length;
    const between = (index) => others.slice(Math.round(index * apart), Math.round((index + 1) * apart));
    return waiting.length === 0 ? others : waiting.flatMap((test, index) => [test, ...between(index)]);
  }
}
