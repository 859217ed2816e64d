import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { RABAT } from '../support/rabat.js';
import { inChromium } from '../support/browser.js';
import { codeOf, SignInStage } from './sign-in-stage.js';
import type { Seen, Visit } from './sign-in-visit.js';
import { SoftwarePasskey, type Misconduct } from './software-passkey.js';

const FACTOR = `/sign-in/second-factor/${RABAT}`;
const ADD = `/sign-in/add/${RABAT}`;
const LEAD = `ma-lead@${RABAT}.example`;
const DELEGATE = `ma-delegate@${RABAT}.example`;
const OBSERVER = `watcher@${RABAT}.example`;

let stage: SignInStage;
let origin: string;
beforeAll(async () => {
  stage = await SignInStage.open();
  origin = `http://localhost:${new URL(stage.app.address).port}`;
});
beforeEach(() => stage.forgetTries());
afterAll(() => stage.close());

const visit = (): Visit => stage.visit(new URL(origin).host);

/** What the page asks of an authenticator. */
function askedOn({ text }: Seen): { challenge: string; rpId?: string; rp?: { id: string } } {
  const options = /data-options="([^"]+)"/.exec(text)?.[1] ?? '';
  return JSON.parse(options.replaceAll('&quot;', '"').replaceAll('&amp;', '&')) as { challenge: string };
}

async function enrol(
  mail: string,
  misconduct: Misconduct = {},
): Promise<{ seen: Seen; passkey: SoftwarePasskey; by: Visit }> {
  const by = visit();
  await stage.prove(by, mail);
  const passkey = new SoftwarePasskey(origin);
  const asked = askedOn(await by.get(ADD));
  return { passkey, by, seen: await by.post(`${ADD}/passkey`, { answer: passkey.make(asked, misconduct) }) };
}

describe('setting up a passkey', () => {
  test.each<[string, Misconduct]>([
    ['made for a page of somebody else', { origin: 'https://gavel.elsewhere.example' }],
    ['made for another host', { host: 'elsewhere.example' }],
    ['made for another challenge', { challenge: 'b3RoZXI' }],
    ['that did not look at its person', { verifiesUser: false }],
  ])('one %s is not taken', async (_, misconduct) => {
    const { seen, by } = await enrol(LEAD, misconduct);
    expect(seen.status).toBe(422);
    expect(seen.text).toContain('The passkey was not accepted');
    expect(by.cookie('session')).toBeUndefined();
  });

  test('one that fits is taken, and opens a session', async () => {
    const { seen, by } = await enrol(LEAD);
    expect(seen.status).toBe(200);
    expect([...seen.text.matchAll(/<code>[A-Z0-9-]{14}<\/code>/g)]).toHaveLength(10);
    expect((await by.get('/settings/second-factors')).status).toBe(200);
  });

  test('is not offered where the address has no host name', async () => {
    const by = stage.visit();
    await stage.prove(by, DELEGATE);
    const page = await by.get(ADD);
    expect(page.text).not.toContain('data-passkey');
    expect(page.text).toContain('no host name');
    expect((await by.post(`${ADD}/passkey`, { answer: '{}' })).status).toBe(422);
  });

  test('what is no answer of a browser is refused like any other', async () => {
    const by = visit();
    await stage.prove(by, DELEGATE);
    for (const answer of ['', 'x', '[]', '{"id":1}', '{"id":"a","response":{}}', '['.repeat(9_000)]) {
      await by.get(ADD);
      expect((await by.post(`${ADD}/passkey`, { answer })).status).toBe(422);
      await stage.forgetTries();
    }
  });
});

describe('a passkey', () => {
  let passkey: SoftwarePasskey;
  beforeAll(async () => {
    await stage.forgetTries();
    passkey = (await enrol(DELEGATE)).passkey;
  });

  async function begun(mail = DELEGATE): Promise<{ by: Visit; page: Seen }> {
    const by = visit();
    await stage.prove(by, mail);
    return { by, page: await by.get(FACTOR) };
  }

  test('lets its person in', async () => {
    const { by, page } = await begun();
    expect(askedOn(page).rpId).toBe('localhost');
    const seen = await by.post(`${FACTOR}/passkey`, { answer: passkey.use(askedOn(page)) });
    expect([seen.status, seen.location]).toEqual([303, '/']);
    const [session] = await stage.app.rabat.rows(
      `SELECT means FROM session WHERE body_id = $1 AND person_id = 'ma-delegate' ORDER BY signed_in_at DESC LIMIT 1`,
      [RABAT],
    );
    expect(session?.means).toBe('passkey');
  });

  test('answers each challenge once', async () => {
    const { by, page } = await begun();
    const answer = passkey.use(askedOn(page), { challenge: 'b3RoZXI' });
    expect((await by.post(`${FACTOR}/passkey`, { answer })).status).toBe(422);
    expect((await by.post(`${FACTOR}/passkey`, { answer: passkey.use(askedOn(page)) })).status).toBe(422);
  });

  test.each<[string, Misconduct]>([
    ['asked by a page of somebody else', { origin: 'https://gavel.elsewhere.example' }],
    ['asked for another host', { host: 'elsewhere.example' }],
    ['that did not look at its person', { verifiesUser: false }],
    ['that has signed less often than before, as a copy would', { count: 1 }],
  ])('one %s opens nothing', async (_, misconduct) => {
    const { by, page } = await begun();
    const seen = await by.post(`${FACTOR}/passkey`, { answer: passkey.use(askedOn(page), misconduct) });
    expect(seen.status).toBe(422);
    expect(by.cookie('session')).toBeUndefined();
  });

  test('of somebody else opens nothing', async () => {
    const { by, page } = await begun(LEAD);
    expect((await by.post(`${FACTOR}/passkey`, { answer: passkey.use(askedOn(page)) })).status).toBe(422);
    const stranger = new SoftwarePasskey(origin);
    const again = askedOn(await by.get(FACTOR));
    expect((await by.post(`${FACTOR}/passkey`, { answer: stranger.use(again) })).status).toBe(422);
  });
});

inChromium('a browser makes a passkey at the first visit, and uses it at the next', async (browser) => {
  const page = await browser.open({ at: origin, language: 'en' });
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('WebAuthn.enable');
  await devTools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const goIn = async (time: number): Promise<void> => {
    await page.goto('/sign-in?next=/settings/second-factors');
    await page.getByLabel('Mail address').fill(OBSERVER);
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await page.getByRole('heading', { name: 'Look at your mail' }).waitFor();
    const mails = (await stage.mailsTo(OBSERVER, time)).filter(({ link }) => link !== '');
    await page.goto(mails.at(-1)?.link ?? '');
    await page.getByRole('button', { name: 'Go on' }).click();
  };
  await goIn(1);
  await page.getByRole('button', { name: 'Set up a passkey' }).click();
  await page.getByRole('heading', { name: 'Keep your recovery codes' }).waitFor();
  await page.getByRole('link', { name: 'I have kept them: go on' }).click();
  await page.getByRole('heading', { name: 'How you sign in' }).waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await goIn(3);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.getByRole('heading', { name: 'How you sign in' }).waitFor();
});

inChromium('without JavaScript an app for codes does it', async (browser) => {
  const page = await browser.open({ at: origin, language: 'en', javaScript: false });
  const mail = `sec@${RABAT}.example`;
  await page.goto('/sign-in');
  await page.getByLabel('Mail address').fill(mail);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  const [sent] = await stage.mailsTo(mail, 1);
  await page.getByLabel('Code from the mail').fill(sent?.code ?? '');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByText('Passkeys need JavaScript').waitFor();
  const secret = (await page.locator('.secret code').innerText()).replaceAll(' ', '');
  await page.getByLabel('The six digits that the app shows now').fill(codeOf(secret));
  await page.getByRole('button', { name: 'Set up the app' }).click();
  await page.getByRole('heading', { name: 'Keep your recovery codes' }).waitFor();
});
