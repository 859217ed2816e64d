import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readdir } from 'node:fs/promises';
import type { DemoPlace } from '../../src/demo/demo-place.js';
import { describeDemo, isHalfPrepared, openDemo, startDemo, type RunningDemo } from '../../src/demo/serve.js';
import { eventually } from '../support/eventually.js';
import { openTheatre } from './theatre.js';

let place: DemoPlace;
let demo: RunningDemo;

beforeAll(async () => {
  place = await openTheatre();
  demo = await startDemo(await openDemo(place), place, () => undefined);
}, 120_000);

afterAll(async () => {
  await demo.close();
  await place.release();
});

async function ask(person: string, path: string, body?: object): Promise<{ status: number; answer: never }> {
  const headers = { authorization: `Bearer ${demo.tokens.get(person) ?? ''}`, 'content-type': 'application/json' };
  const sent = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
  const response = await fetch(`${demo.address}${path}`, sent);
  return { status: response.status, answer: (await response.json()) as never };
}

const HANDOVER = '/api/v1/bodies/rabat-process/handovers/2024-pt';

describe('the demo', () => {
  test('begins on 12 January 2024, 09:00 in Rabat, in the middle of the preparations', async () => {
    expect(demo.now).toBe('2024-01-12T08:00:00.000Z');
    const { answer } = await ask('sec-lead', HANDOVER);
    const { state, tasks } = answer as { state: string; tasks: { id: string; state: string; dueOn: string }[] };
    expect(state).toBe('preparing');
    const count = (wanted: string): number => tasks.filter((task) => task.state === wanted).length;
    expect(count('accepted')).toBeGreaterThan(20);
    expect(count('started')).toBeGreaterThan(3);
    expect(count('open')).toBeGreaterThan(20);
    expect(tasks.find(({ id }) => id === 'CON-02')).toMatchObject({ state: 'started', dueOn: '2024-01-11' });
  });

  test('gives a token to each role, and no role more than is its own', async () => {
    for (const person of ['ma-lead', 'ma-delegate', 'pt-lead', 'sec-lead', 'observer']) {
      expect(await ask(person, '/api/v1/me')).toMatchObject({ status: 200, answer: { person: { id: person } } });
    }
    expect((await ask('observer', '/api/v1/demo/clock', { forward: 1 })).status).toBe(403);
    expect((await ask('ma-lead', '/api/v1/demo/clock', { forward: 1 })).status).toBe(403);
  });

  test('says where everything is, and how to move the clock', () => {
    const text = describeDemo(demo, place);
    for (const said of [
      `${demo.address}/api/docs`,
      'clock forward 1d',
      '/api/v1/demo/clock',
      place.environment.mailDirectory,
    ]) {
      expect(text).toContain(said);
    }
    for (const token of demo.tokens.values()) expect(text).toContain(token);
  });

  test('sends what falls due when the secretariat moves the clock, and never turns it back', async () => {
    const before = await readdir(place.environment.mailDirectory);
    const moved = await ask('sec-lead', '/api/v1/demo/clock', { forward: 3, unit: 'days' });
    expect(moved).toEqual({ status: 200, answer: { now: '2024-01-15T08:00:00.000Z' } });
    await eventually(
      'mail goes out',
      async () => (await readdir(place.environment.mailDirectory)).length > before.length,
    );
    const back = await ask('sec-lead', '/api/v1/demo/clock', { to: '2024-01-13T09:00:00+01:00' });
    expect(back).toEqual({ status: 200, answer: { now: '2024-01-15T08:00:00.000Z' } });
  });

  test('refuses to move the clock to what is no instant', async () => {
    const { status, answer } = await ask('sec-lead', '/api/v1/demo/clock', { to: '2024-02-30T09:00:00Z', day: 1 });
    expect(status).toBe(422);
    expect((answer as { errors: { field: string }[] }).errors.map(({ field }) => field).sort()).toEqual(['day', 'to']);
  });

  test('goes on where it was when it is started again, with new tokens', async () => {
    const old = demo.tokens.get('sec-lead') ?? '';
    await demo.close();
    expect(await isHalfPrepared(place)).toBe(false);
    demo = await startDemo(await openDemo(place), place, () => {
      throw new Error('Nothing is played again');
    });
    expect(demo.now).toBe('2024-01-15T08:00:00.000Z');
    expect((await ask('sec-lead', '/api/v1/me')).status).toBe(200);
    const response = await fetch(`${demo.address}/api/v1/me`, { headers: { authorization: `Bearer ${old}` } });
    expect(response.status).toBe(401);
  });
});
