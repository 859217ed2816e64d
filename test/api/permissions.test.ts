import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RouteTable, type Route } from '../../src/api/route-table.js';
import { PERMISSIONS, type Action } from '../../src/people/permissions.js';
import { plantAsset } from '../packs/content/planted-asset.js';
import { plantPapers } from '../packs/planted-papers.js';
import { plantFiles } from '../packs/record/planted-files.js';
import { addPublicDocument } from '../packs/public-document.js';
import { OTHER_BODY, TestApp, type Answer } from '../support/app.js';
import { HANDOVER, RABAT, type PersonId } from '../support/rabat.js';
import { CELLS, COLUMNS, IDS } from './permission-cells.js';

/** No version is ever this: whoever gets through is stopped there, so that nothing changes between one cell and the next. */
const NO_VERSION = { 'if-match': '"999999999"' };

let app: TestApp;
let routes: readonly Route[];
/** Those that ask for a token; the pages have a table of their own. */
let guarded: readonly Route[];
let ids: Readonly<Record<string, string>>;

beforeAll(async () => {
  app = await TestApp.start();
  routes = app.app.get(RouteTable).routes();
  guarded = routes.filter(({ action, isPage }) => action !== null && !isPage);
  const [token] = await app.rabat.rows(`SELECT id FROM api_token WHERE person_id = 'ma-lead'`);
  const [role] = await app.rabat.rows(`SELECT id FROM role_grant WHERE person_id = 'ma-lead'`);
  const named = { personId: 'ma-lead', standInId: 'ma-delegate', fromDay: '2023-12-01', untilDay: '2023-12-10' };
  const standIn = await app.as('sec', 'post', '/stand-ins', named);
  const task = `/handovers/${HANDOVER}/tasks/${IDS.task ?? ''}`;
  const { headers } = await app.as('sec', 'get', task);
  const letter = { title: 'Letter', reference: 'https://files.secretariat.example/letter.pdf' };
  await app.as('sec', 'post', `${task}/evidence`, letter, { 'if-match': headers.etag });
  const [evidence] = await app.rabat.rows('SELECT id FROM evidence');
  ids = {
    ...IDS,
    delivery: await failedDelivery(),
    token: String(token?.id),
    role: String(role?.id),
    standIn: String(standIn.body.id),
    evidence: String(evidence?.id),
    document: await addPublicDocument(app, IDS.task ?? ''),
    asset: await plantAsset(app),
    file: await plantFiles(app),
  };
  await plantPapers(app);
});
afterAll(() => app.close());

/** A mail that has failed, so that there is one to look after. */
async function failedDelivery(): Promise<string> {
  const id = '01890a5d-ac96-774b-bcce-b302099a8057';
  await app.rabat.database.change(RABAT, (em) =>
    em.query(
      `INSERT INTO delivery (body_id, id, recipient_id, day, lane, send_at, state, message_id, last_error)
       VALUES ($1, $2, 'ma-lead', '2023-10-02', 'digest', gavel_now(), 'failed', 'failed@gavel.example', '550 no such mailbox')`,
      [RABAT, id],
    ),
  );
  return id;
}

const keyOf = ({ method, path }: Route): string => `${method} ${path}`;

async function knock(route: Route, body: string, token: string | undefined): Promise<Answer> {
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => (name === 'body' ? body : (ids[name] ?? name)));
  const reads = route.method === 'GET' || route.method === 'DELETE';
  const sends = CELLS[keyOf(route)]?.sends ?? {};
  return app.send(route.method.toLowerCase() as 'get', path, {
    headers: NO_VERSION,
    ...(token === undefined ? {} : { token }),
    ...(reads ? {} : { body: sends }),
  });
}

/** What a knock came to: through the door, whatever was said inside, or the status that kept it shut. */
function outcome({ status }: Answer): 'through' | number {
  return [401, 403, 404, 405].includes(status) || status >= 500 ? status : 'through';
}

describe('the table of permissions', () => {
  test('has a cell for every route that is not open to all, and no cell without a route', () => {
    expect(guarded.map(keyOf).sort()).toEqual(Object.keys(CELLS).sort());
  });

  test('has no row that no route asks for', () => {
    const asked = new Set(routes.map(({ action }) => action));
    const rows = Object.keys(PERMISSIONS).filter((action) => action !== 'demo.clock');
    expect(rows.filter((action) => !asked.has(action as Action))).toEqual([]);
  });

  test('leaves only health, readiness and measurements open to all', () => {
    const open = routes.filter(({ action, isPage }) => action === null && !isPage).map(keyOf);
    expect(open.sort()).toEqual(['GET /healthz', 'GET /metrics', 'GET /readyz']);
  });
});

describe('every route', () => {
  test.each(COLUMNS)('opens to %s as the table says', async (person: PersonId) => {
    const found: Record<string, unknown> = {};
    const expected: Record<string, unknown> = {};
    for (const route of guarded) {
      const cell = CELLS[keyOf(route)];
      if (cell === undefined) continue;
      found[keyOf(route)] = outcome(await knock(route, RABAT, app.token(person)));
      expected[keyOf(route)] = cell.opens.includes(person) ? 'through' : (cell.otherwise ?? 403);
    }
    expect(found).toEqual(expected);
  });

  test.each(COLUMNS)('is not there for %s of another body', async (person: PersonId) => {
    const found: Record<string, unknown> = {};
    for (const route of guarded.filter(({ path }) => path.includes(':body'))) {
      found[keyOf(route)] = (await knock(route, RABAT, app.token(person, OTHER_BODY))).status;
    }
    expect([...new Set(Object.values(found))]).toEqual([404]);
  });

  test('asks for a token first', async () => {
    for (const route of guarded) {
      expect([keyOf(route), (await knock(route, RABAT, undefined)).status]).toEqual([keyOf(route), 401]);
    }
  });

  test('says the same of a body that is not there as of one that is another’s', async () => {
    const strip = ({ body: { instance: _instance, ...rest } }: Answer): unknown => rest;
    const another = await app.send('get', `/api/v1/bodies/${OTHER_BODY}`, { token: app.token('sec') });
    const none = await app.send('get', '/api/v1/bodies/no-such-body', { token: app.token('sec') });
    expect(strip(another)).toEqual(strip(none));
  });
});
