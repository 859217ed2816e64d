import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { findPack, loadPack, markingsFor } from '../../../src/packs/content/load-pack.js';
import type { Pack } from '../../../src/packs/content/pack.js';
import { packSheet } from '../../../src/packs/content/pdf/pack-pdf.js';
import { coverageOf, type PlanContent, type TermResult } from '../../../src/packs/content/stocktaking.js';
import type { Marking } from '../../../src/engine/words.js';
import { OTHER_BODY, TestApp } from '../../support/app.js';
import { HANDOVER, RABAT } from '../../support/rabat.js';
import { addPublicDocument } from '../public-document.js';
import { plantAsset } from './planted-asset.js';

let app: TestApp;
const load = (markings: readonly Marking[]): Promise<Pack> =>
  app.rabat.database.read(RABAT, (em) => loadPack(em, RABAT, HANDOVER, markings));

beforeAll(async () => {
  app = await TestApp.start();
  await addPublicDocument(app, 'GOV-01');
  await plantAsset(app);
  const letter = { reference: 'https://files.secretariat.example/letter.pdf' };
  const add = async (title: string, marking: Marking): Promise<void> => {
    const { headers } = await app.as('sec', 'get', `/handovers/${HANDOVER}/tasks/GOV-01`);
    const at = `/handovers/${HANDOVER}/tasks/GOV-01/evidence`;
    await app.as('sec', 'post', at, { ...letter, title, marking }, { 'if-match': headers.etag });
  };
  await add('For participants', 'participants');
  await add('Restricted', 'restricted');
});
afterAll(() => app.close());

const linksIn = ({ sections }: Pack): string[] =>
  sections.flatMap(({ tasks }) => tasks.flatMap(({ links }) => links.map(({ title }) => title)));

describe('the pack', () => {
  test('holds every section and task of the checklist in its order, numbered from one', async () => {
    const { sections } = await load(['public']);
    expect(sections.map(({ number }) => number)).toEqual(sections.map((_, index) => index + 1));
    expect(sections.flatMap(({ tasks }) => tasks)).toHaveLength(60);
    expect(sections[0]?.tasks[0]?.id).toBe('GOV-01');
  });

  test('holds only documents and references with a marking that the reader may read', async () => {
    expect(linksIn(await load(['public', 'participants', 'restricted']))).toEqual(['For participants', 'Restricted']);
    expect(linksIn(await load(['public', 'participants']))).toEqual(['For participants']);
    const open = await load(['public']);
    expect(linksIn(open)).toEqual([]);
    expect(open.sections[0]?.tasks[0]?.documents).toHaveLength(1);
  });

  test('is set with nothing in it that its reader may not read', async () => {
    const set = async (markings: readonly Marking[]): Promise<string> =>
      JSON.stringify(packSheet(await load(markings), 'en'));
    const [all, participants, open] = [
      await set(['public', 'participants', 'restricted']),
      await set(['public', 'participants']),
      await set(['public']),
    ];
    const rows = (sheet: string): number => sheet.split('letter.pdf').length - 1;
    expect([rows(all), rows(participants), rows(open)]).toEqual([2, 1, 0]);
    expect(participants).toContain('chair@lists.secretariat.example');
    expect(open).not.toContain('chair@lists.secretariat.example');
    expect(open).not.toContain(`ma-lead@${RABAT}.example`);
  });

  test('tells addresses, assets and what people wrote only to participants', async () => {
    const [inside, outside] = [await load(markingsFor({ inside: true })), await load(markingsFor({ inside: false }))];
    const mails = (pack: Pack): (string | null)[] => pack.contacts.flatMap(({ people }) => people.map((p) => p.mail));
    expect(mails(inside)).not.toContain(null);
    expect(new Set(mails(outside))).toEqual(new Set([null]));
    expect(inside.assets).toHaveLength(1);
    expect(outside.assets).toEqual([]);
  });

  test('is not there for another body', async () => {
    const found = await app.rabat.database.read(OTHER_BODY, (em) => findPack(em, OTHER_BODY, '2024-zz', ['public']));
    expect(found).toBeNull();
  });
});

describe('coverage of a plan', () => {
  const objective = (number: string) => ({ number, label: number, actions: [] });
  const areas = [
    { number: '1', label: 'One', objectives: [objective('1'), objective('2')] },
    { number: '2', label: 'Two', objectives: [objective('3')] },
  ];
  const content: PlanContent = {
    period: [2023, 2027],
    adoptedOn: '2022-12-14',
    adoptedAt: 'Cadiz',
    binding: false,
    areas,
  };
  const result = (area: string, of: string | null): TermResult => ({
    ...{ id: `${area}${of ?? ''}`, area, objective: of, action: null, text: 'x' },
    ...{ certainty: null, sources: [], meeting: null },
  });
  const covered = (results: TermResult[]): string[] =>
    coverageOf({ content, results }).flatMap((area) => [
      area.coverage,
      ...area.objectives.map(({ coverage }) => coverage),
    ]);

  test('counts a result for its objective and its area, and for nothing else', () => {
    expect(covered([result('1', '2')])).toEqual(['covered', 'none', 'covered', 'none', 'none']);
  });

  test('does not say that an objective was worked on when only its area is known', () => {
    expect(covered([result('1', null)])).toEqual(['covered', 'around', 'around', 'none', 'none']);
  });
});
