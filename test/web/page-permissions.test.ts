import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RouteTable, type Route } from '../../src/api/route-table.js';
import { systemCaller } from '../../src/people/caller.js';
import { NameStandIn } from '../../src/people/name-stand-in.js';
import { DemoModule } from '../../src/demo/demo.module.js';
import { COLUMNS } from '../api/permission-cells.js';
import { plantAsset } from '../packs/content/planted-asset.js';
import { plantPlans } from '../packs/content/planted-plans.js';
import { plantPapers } from '../packs/planted-papers.js';
import { plantFiles } from '../packs/record/planted-files.js';
import { addPublicDocument } from '../packs/public-document.js';
import { OTHER_BODY, TestApp } from '../support/app.js';
import { databaseDigest } from '../support/database-digest.js';
import { must, RABAT, type PersonId } from '../support/rabat.js';
import type { PageAnswer, Visitor, VisitorWishes } from '../support/visitor.js';
import { OPEN_PAGES, PAGE_CELLS, PAGE_IDS } from './page-cells.js';

/** No version is ever this: whoever gets through is stopped there, so that nothing changes between one cell and the next. */
const NO_VERSION = '999999999';

let app: TestApp;
let pages: readonly Route[];
/** Of the thing that each address is about. */
let ids: Readonly<Record<string, string>>;
/** Those that need a session. */
let guarded: readonly Route[];

beforeAll(async () => {
  app = await TestApp.start({ modules: [DemoModule] });
  pages = app.app
    .get(RouteTable)
    .routes()
    .filter(({ isPage }) => isPage);
  guarded = pages.filter(({ action }) => action !== null);
  ids = {
    ...PAGE_IDS,
    document: await addPublicDocument(app, PAGE_IDS.task ?? ''),
    role: await roleOf('ma-lead'),
    standIn: await standInFor('ma-lead'),
    asset: await plantAsset(app),
    file: await plantFiles(app),
  };
  await plantPapers(app);
  await plantPlans(app);
});
afterAll(() => app.close());

async function roleOf(person: PersonId): Promise<string> {
  const [row] = await app.rabat.rows('SELECT id FROM role_grant WHERE body_id = $1 AND person_id = $2', [
    RABAT,
    person,
  ]);
  return String(row?.id);
}

/** Somebody stands in later: nobody may more because of it today. */
async function standInFor(personId: PersonId): Promise<string> {
  const days = { fromDay: '2030-01-01', untilDay: '2030-01-02' };
  const named = { personId, standInId: 'ma-delegate', ...days };
  return must(await app.app.get(NameStandIn).execute(systemCaller(RABAT), named)).id;
}

const keyOf = ({ method, path }: Route): string => `${method} ${path}`;

async function knock(route: Route, visitor: Visitor, wishes: VisitorWishes = {}): Promise<PageAnswer> {
  const cell = PAGE_CELLS[keyOf(route)];
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => (name === 'body' ? RABAT : (ids[name] ?? name)));
  const address = `${path}${cell?.query ?? ''}`;
  if (route.method === 'GET') return visitor.get(address, { headers: cell?.headers ?? {}, ...wishes });
  return visitor.post(address, { version: NO_VERSION, ...cell?.sends }, wishes);
}

/** What a knock came to: through the door, whatever was said inside, or the status that kept it shut. */
function outcome({ status, headers }: PageAnswer): 'through' | 'sign in first' | number {
  if (status === 303 && headers.location?.startsWith('/sign-in') === true && !headers['set-cookie'])
    return 'sign in first';
  return [401, 403, 404, 405].includes(status) || status >= 500 ? status : 'through';
}

describe('the table of pages', () => {
  test('has a cell for every page that needs a session, and no cell without a page', () => {
    expect(guarded.map(keyOf).sort()).toEqual(Object.keys(PAGE_CELLS).sort());
  });

  test('names every page that is open to all', () => {
    const open = pages.filter(({ action }) => action === null).map(keyOf);
    expect(open.sort()).toEqual([...OPEN_PAGES].sort());
  });

  test('has forms that are sent by POST, and nothing else that changes something', () => {
    expect([...new Set(pages.map(({ method }) => method))].sort()).toEqual(['GET', 'POST']);
  });
});

describe('every page and form', () => {
  test.each(COLUMNS)('opens to %s as the table says', async (person: PersonId) => {
    const found: Record<string, unknown> = {};
    const expected: Record<string, unknown> = {};
    let visitor = await app.signIn(person);
    for (const route of guarded) {
      const cell = PAGE_CELLS[keyOf(route)];
      if (cell === undefined) continue;
      found[keyOf(route)] = outcome(await knock(route, visitor));
      expected[keyOf(route)] = cell.opens.includes(person) ? 'through' : (cell.otherwise ?? 403);
      if (cell.endsSession === true) visitor = await app.signIn(person);
    }
    expect(found).toEqual(expected);
  });

  test.each(COLUMNS)('is not there for %s of another body', async (person: PersonId) => {
    const found: Record<string, unknown> = {};
    const visitor = await app.signIn(person, OTHER_BODY);
    for (const route of guarded.filter(({ path }) => path.includes(':body'))) {
      found[keyOf(route)] = (await knock(route, visitor)).status;
    }
    expect([...new Set(Object.values(found))]).toEqual([404]);
  });

  test('has whoever is not signed in sign in first', async () => {
    const found = new Set<unknown>();
    for (const route of guarded) found.add(outcome(await knock(route, app.stranger())));
    expect([...found]).toEqual(['sign in first']);
  });

  test('takes no form that does not come from a page of the same session', async () => {
    const visitor = await app.signIn('sec');
    const other = await app.signIn('sec');
    const before = await databaseDigest(app.rabat.url);
    for (const route of guarded.filter(({ method }) => method === 'POST')) {
      const foreign: VisitorWishes[] = [
        { formToken: null },
        { formToken: other.formToken },
        { headers: { origin: 'https://elsewhere.example' } },
        { headers: { 'sec-fetch-site': 'cross-site' } },
      ];
      for (const wishes of foreign) {
        expect([keyOf(route), wishes, (await knock(route, visitor, wishes)).status]).toEqual([
          keyOf(route),
          wishes,
          403,
        ]);
      }
    }
    expect(await databaseDigest(app.rabat.url)).toBe(before);
  });
});
