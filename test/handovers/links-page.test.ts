import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readLinkList } from '../../src/handovers/link-list.js';
import { TestApp } from '../support/app.js';
import { HANDOVER, RABAT } from '../support/rabat.js';

const AT = `/bodies/${RABAT}/handovers/${HANDOVER}/links`;

describe('a list of links as it is typed', () => {
  const fieldsOf = (list: string): string[][] => readLinkList(list).map(({ fields }) => Object.values(fields));

  test('has its fields apart by tabs, semicolons or commas', () => {
    const fields = [['GOV-01', 'https://a.example', 'Letter', 'fr', 'public']];
    for (const separator of ['\t', ';', ',', ' ; ', ', ']) {
      expect(fieldsOf((fields[0] ?? []).join(separator))).toEqual(fields);
    }
  });

  test('may have them in quotes, and leave the last ones out', () => {
    expect(fieldsOf('GOV-01,https://a.example,"Letter, 14 November, ""final"""')).toEqual([
      ['GOV-01', 'https://a.example', 'Letter, 14 November, "final"', '', ''],
    ]);
  });

  test('keeps the numbers of its lines where some are empty', () => {
    expect(readLinkList('\r\nGOV-01;x\r\n\r\nGOV-02;y').map(({ line }) => line)).toEqual([2, 4]);
  });

  test('leaves nothing out in silence: what is too much stands with the last field', () => {
    expect(fieldsOf('GOV-01;https://a.example;Letter;fr;public;more;x')).toEqual([
      ['GOV-01', 'https://a.example', 'Letter', 'fr', 'public;more;x'],
    ]);
  });
});

describe('the page on which a list is brought in', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());

  const send = async (links: string) => (await app.signIn('sec')).post(AT, { links });
  const kept = () => app.rabat.rows('SELECT task_id AS task, title FROM evidence ORDER BY task_id, title');

  test('adds all of it and says how many', async () => {
    const { status, headers } = await send(
      'RES-02\thttps://a.example/1\tRegister\nRES-01\thttps://a.example/2\tTracker\ten',
    );
    expect({ status, location: headers.location }).toEqual({
      status: 303,
      location: `/bodies/${RABAT}/handovers/${HANDOVER}/tasks?show=all`,
    });
    expect(await kept()).toEqual([
      { task: 'RES-01', title: 'Tracker' },
      { task: 'RES-02', title: 'Register' },
    ]);
  });

  test('names every wrong line, keeps what was typed, and adds nothing', async () => {
    const before = await kept();
    const typed =
      'GOV-01;https://a.example/3;Right\n\nGOV-02;javascript:alert(1);<script>alert(2)</script>\nGOV-03;https://a.example/4';
    const { status, text } = await send(typed);
    expect(status).toBe(422);
    expect(text).toContain('Line 3: address: Give an address that begins with https:// or mailto:');
    expect(text).toContain('Line 4: title: Fill this in');
    expect(text).toContain('GOV-01;https://a.example/3;Right');
    expect(text).not.toContain('<script>alert(2)');
    expect(await kept()).toEqual(before);
  });

  test('names the lines that the rules refuse', async () => {
    const { status, text } = await send('GOV-01;https://a.example/3;Right\nNO-99;https://a.example/4;Wrong');
    expect(status).toBe(422);
    expect(text.replaceAll(/[\u2066-\u2069]/g, '')).toContain('Line 2: NO-99 is no task of this handover');
    expect((await send('\n\n')).text).toContain('Give at least one link');
    expect((await send('GOV-01;https://a.example/5;x\n'.repeat(201))).text).toContain(
      'Give at most 200 links at a time',
    );
  });
});
