import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { minutesOf, moveClock, readClock } from '../../src/commands/clock.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

let demo: FreshDatabase;
let production: FreshDatabase;

beforeAll(async () => {
  demo = await freshDatabase('demo');
  production = await freshDatabase('production');
});

afterAll(async () => {
  await demo.drop();
  await production.drop();
});

test('the clock of a demo stands where it was moved to, and goes on from there', async () => {
  const set = await moveClock(demo.url, { to: '2099-01-12T09:00:00+01:00' });
  expect(set).toEqual({ now: '2099-01-12T08:00:00.000Z', stands: true });
  expect(await moveClock(demo.url, { byMinutes: minutesOf('90m') })).toMatchObject({ now: '2099-01-12T09:30:00.000Z' });
  expect(await moveClock(demo.url, { byMinutes: minutesOf('2d') })).toMatchObject({ now: '2099-01-14T09:30:00.000Z' });
});

test('time is never turned back', async () => {
  await moveClock(demo.url, { to: '2100-01-01T00:00:00Z' });
  await expect(moveClock(demo.url, { to: '2099-12-31T23:59:59Z' })).rejects.toThrow('never goes back');
  expect(await readClock(demo.url)).toEqual({ now: '2100-01-01T00:00:00.000Z', stands: true });
});

test('the clock of a production database cannot be moved', async () => {
  await expect(moveClock(production.url, { byMinutes: 60 })).rejects.toThrow('Only the clock of a demo');
  expect(await readClock(production.url)).toMatchObject({ stands: false });
});

test('what is no time is refused', async () => {
  await expect(moveClock(demo.url, { to: '2024-02-30' })).rejects.toThrow('That is no instant');
  expect(() => minutesOf('soon')).toThrow('Write it like');
  expect(() => minutesOf('-1d')).toThrow('Write it like');
});
