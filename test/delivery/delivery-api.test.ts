import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TestApp } from '../support/app.js';
import { HANDOVER, RABAT } from '../support/rabat.js';

/** The parts of answers that these tests look at. */
interface Listed {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly next: string | null;
}

const MAIL = '01a206ba-5f22-745b-9282-f803426f7b8b';
const SENT = '01a206ba-5f22-745b-9282-f803426f7b8c';
const MESSAGE = '01a206ba-5f22-745b-9282-f803426f7b8d';

describe('What is owed and what was sent, over REST', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start();
    await app.rabat.database.change(RABAT, async (em) => {
      await em.query(
        `INSERT INTO notification (body_id, id, stream, kind, subject, recipient_id, urgent, facts, due_at, state, created_at)
         VALUES ($1, $2, $3, 'handover.signed', 'handover:2024-pt', 'pt-lead', false, '{}', '2023-10-01T00:00:00Z', 'settled', gavel_now())`,
        [RABAT, MESSAGE, HANDOVER],
      );
      for (const [id, state, error] of [
        [MAIL, 'failed', '550 5.1.1 (address) unknown'],
        [SENT, 'sent', null],
      ]) {
        await em.query(
          `INSERT INTO delivery (body_id, id, recipient_id, day, lane, send_at, state, attempts, message_id, last_error)
           VALUES ($1, $2, 'pt-lead', '2023-10-02', $3, '2023-10-02T08:00:00Z', $3, 3, $4, $5)`,
          [RABAT, id, state, `<${String(id)}@gavel.example>`, error],
        );
        await em.query(
          'INSERT INTO delivery_item (body_id, delivery_id, notification_id, state) VALUES ($1, $2, $3, $4)',
          [RABAT, id, MESSAGE, state],
        );
      }
    });
  });
  afterAll(() => app.close());

  const list = async (path: string): Promise<Listed> => {
    const { status, body } = await app.as('sec', 'get', path);
    expect(status).toBe(200);
    return body as unknown as Listed;
  };

  test('the messages of a handover are listed by when they fall due, page by page, each with what became of it', async () => {
    const all: string[] = [];
    let path = `/handovers/${HANDOVER}/notifications?limit=150`;
    for (let next: string | null = ''; next !== null;) {
      const page = await list(next === '' ? path : `${path}&cursor=${next}`);
      all.push(...page.items.map(({ dueAt }) => String(dueAt)));
      next = page.next;
    }
    expect(all.length).toBeGreaterThan(300);
    expect([...all].sort()).toEqual(all);
    path = `/handovers/${HANDOVER}/notifications?state=settled`;
    const {
      items: [settled],
    } = await list(path);
    expect(settled).toMatchObject({
      id: MESSAGE,
      deliveries: [{ recipientId: 'pt-lead', state: 'failed' }, { state: 'sent' }],
    });
    expect(
      (await list(`/handovers/${HANDOVER}/notifications?task=SOM-01&state=owed`)).items.every(
        ({ subject }) => subject === 'task:SOM-01',
      ),
    ).toBe(true);
  });

  test('mails that failed are listed with the answer of the mail server, and nobody’s address', async () => {
    const { items } = await list('/deliveries?state=failed');
    expect(items).toMatchObject([{ id: MAIL, state: 'failed', lastError: '550 5.1.1 (address) unknown', version: 1 }]);
    expect(JSON.stringify(items)).not.toContain(`@${RABAT}.example`);
    expect((await list('/deliveries')).items.map(({ id }) => id)).toEqual([SENT, MAIL]);
    expect((await list('/deliveries?recipient=ma-lead')).items).toEqual([]);
  });

  test('what goes out next is told in the order of time', async () => {
    const { items } = await list('/next-mails?limit=20');
    const times = items.map(({ at }) => String(at));
    expect(times).toHaveLength(20);
    expect([...times].sort()).toEqual(times);
  });

  test('a failed mail is put back by the secretariat, once, and the account tells of it', async () => {
    const path = `/deliveries/${MAIL}/resend`;
    expect((await app.as('sec', 'post', path)).status).toBe(428);
    expect((await app.as('sec', 'post', path, undefined, { 'if-match': '"7"' })).status).toBe(412);
    expect((await app.as('ma-lead', 'post', path, undefined, { 'if-match': '"1"' })).status).toBe(403);
    const put = await app.as('sec', 'post', path, undefined, { 'if-match': '"1"' });
    expect(put).toMatchObject({ status: 200, body: { id: MAIL, version: 2, state: 'waiting' } });
    expect(await app.rabat.rows('SELECT state FROM delivery_item WHERE delivery_id = $1', [MAIL])).toEqual([
      { state: 'waiting' },
    ]);
    expect(await app.rabat.rows('SELECT state FROM notification WHERE id = $1', [MESSAGE])).toEqual([
      { state: 'addressed' },
    ]);
    const told = await app.rabat.rows(
      `SELECT actor FROM account_entry WHERE action = 'delivery.resent' AND subject = $1`,
      [`delivery:${MAIL}`],
    );
    expect(told).toEqual([{ actor: 'sec' }]);
    const twice = await app.as('sec', 'post', path, undefined, { 'if-match': '"2"' });
    expect(twice).toMatchObject({
      status: 409,
      body: { gates: [{ code: 'delivery.not_failed', facts: { state: 'waiting' } }] },
    });
  });

  test('a mail that was sent is not sent again, and one that there is not is not found', async () => {
    expect((await app.as('sec', 'post', `/deliveries/${SENT}/resend`, undefined, { 'if-match': '"1"' })).status).toBe(
      409,
    );
    expect((await app.as('sec', 'get', `/deliveries/${MESSAGE}`)).status).toBe(404);
    expect((await app.as('sec', 'get', '/deliveries/nothing')).status).toBe(404);
    expect((await app.as('sec', 'get', '/deliveries?state=lost')).status).toBe(422);
  });

  test('the ledger is the secretariat’s to read', async () => {
    for (const path of [`/handovers/${HANDOVER}/notifications`, '/deliveries', '/next-mails', `/deliveries/${MAIL}`]) {
      expect((await app.as('pt-lead', 'get', path)).status).toBe(403);
    }
  });
});
