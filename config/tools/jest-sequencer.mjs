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

/** So many others begin between two of them: in the time that one takes, two processes get through about as many. */
const BETWEEN = 6;

/** Lets the files that wait run beside others, one after the other, instead of together or at the end alone. */
export default class Sequencer extends JestSequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    const waiting = WAITING.flatMap((name) => sorted.filter(({ path }) => path.endsWith(`/${name}.test.ts`)));
    const others = sorted.filter((test) => !waiting.includes(test));
    waiting.forEach((test, index) => others.splice(index * (BETWEEN + 1), 0, test));
    return others;
  }
}
