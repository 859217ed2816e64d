import { expect, test } from '@jest/globals';
import { EventStream, type Look } from '../../src/web/event-stream.js';
import { eventually } from '../support/eventually.js';

/** A stream of which each look finds something large, and how often it has looked. */
function counting(): { stream: EventStream; looks: () => number } {
  let looks = 0;
  const look = (): Promise<Look> => {
    looks += 1;
    return Promise.resolve({ kind: 'changed', id: String(looks), html: 'x'.repeat(100_000) });
  };
  return { stream: new EventStream(look), looks: () => looks };
}

test('for a browser that takes nothing, nothing is looked up and nothing piles up', async () => {
  const { stream, looks } = counting();
  for (let times = 0; times < 1_000; times++) stream.nudge();
  await new Promise((resolve) => setImmediate(resolve));
  expect(looks()).toBe(0);
  expect(stream.readableLength).toBeLessThan(100);
  stream.destroy();
});

test('however much happens, a browser is told at once and then once a second', async () => {
  const { stream, looks } = counting();
  const times: number[] = [];
  stream.on('data', (chunk: Buffer) => {
    if (chunk.toString().startsWith('id: ')) times.push(performance.now());
  });
  const nudging = setInterval(() => stream.nudge(), 5);
  await eventually('three messages', () => times.length === 3);
  clearInterval(nudging);
  stream.destroy();
  expect(looks()).toBe(3);
  expect(Math.min(...times.slice(1).map((time, index) => time - (times[index] ?? 0)))).toBeGreaterThan(900);
});

test('what fails ends the stream, so that the browser comes back', async () => {
  const stream = new EventStream(() => Promise.reject(new Error('No database')));
  let heard = '';
  stream.on('data', (chunk: Buffer) => (heard += chunk.toString()));
  stream.nudge();
  await eventually('the end', () => stream.readableEnded);
  expect(heard).toBe(': open\n\n');
});

test('each line of a message is a field of its own, whatever ends it', async () => {
  const stream = new EventStream(() => Promise.resolve({ kind: 'changed', id: '7', html: 'a\r\nb\rc\nd' }));
  let heard = '';
  stream.on('data', (chunk: Buffer) => (heard += chunk.toString()));
  stream.nudge();
  await eventually('a message', () => heard.includes('data: d'));
  stream.destroy();
  expect(heard).toBe(': open\n\nid: 7\ndata: a\ndata: b\ndata: c\ndata: d\n\n');
});
