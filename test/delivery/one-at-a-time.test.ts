import { describe, expect, test } from '@jest/globals';
import { Gate } from '../../src/delivery/gate.js';
import { ThrottledLog } from '../../src/delivery/throttled-log.js';
import { Turns } from '../../src/delivery/turns.js';

/** Work that ends when it is told to. */
function work(): { readonly begun: () => boolean; readonly run: () => Promise<void>; readonly end: () => void } {
  let begun = false;
  let end = (): void => undefined;
  const over = new Promise<void>((resolve) => (end = resolve));
  return {
    begun: () => begun,
    run: () => {
      begun = true;
      return over;
    },
    end: () => {
      end();
    },
  };
}

const soon = async (): Promise<void> => {
  for (let tick = 0; tick < 10; tick++) await Promise.resolve();
};

describe('Turns', () => {
  test('are taken so many at a time, in the order of coming, and given on also by who fails', async () => {
    const turns = new Turns(2);
    const [one, two, three, four] = [work(), work(), work(), work()];
    const failing = turns.take(() => one.run().then(() => Promise.reject(new Error('failed'))));
    const others = [two, three, four].map(({ run }) => turns.take(run));
    await soon();
    expect([one, two, three, four].map(({ begun }) => begun())).toEqual([true, true, false, false]);
    one.end();
    await expect(failing).rejects.toThrow('failed');
    await soon();
    expect([three, four].map(({ begun }) => begun())).toEqual([true, false]);
    two.end();
    await soon();
    expect(four.begun()).toBe(true);
    three.end();
    four.end();
    await Promise.all(others);
  });
});

describe('A gate', () => {
  test('lets one who is to be alone in when all others are out, and nobody beside them', async () => {
    const gate = new Gate();
    const [one, two, alone, later] = [work(), work(), work(), work()];
    const passes = [
      gate.pass(false, one.run),
      gate.pass(false, two.run),
      gate.pass(true, alone.run),
      gate.pass(false, later.run),
    ];
    await soon();
    const begun = () => [one, two, alone, later].map((each) => each.begun());
    expect(begun()).toEqual([true, true, false, false]);
    one.end();
    await soon();
    expect(begun()).toEqual([true, true, false, false]);
    two.end();
    await soon();
    expect(begun()).toEqual([true, true, true, false]);
    alone.end();
    await soon();
    expect(begun()).toEqual([true, true, true, true]);
    later.end();
    await Promise.all(passes);
  });
});

describe('A log of troubles', () => {
  test('has at most ten lines a second, and tells nothing that an error quotes', () => {
    const lines: string[] = [];
    const log = new ThrottledLog({ warn: (line: string) => void lines.push(line) });
    const error = Object.assign(new Error('duplicate key: a.person@ministry.example'), { code: '23505' });
    for (let time = 0; time < 10_000; time++) log.trouble('It failed', error);
    expect(lines.length).toBeLessThanOrEqual(20);
    expect(lines[0]).toBe('It failed: Error 23505');
  });
});
