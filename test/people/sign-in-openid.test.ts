import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { OTHER_BODY } from '../support/app.js';
import { RABAT } from '../support/rabat.js';
import { Organisation, type Employee } from './organisation.js';
import { SignInStage } from './sign-in-stage.js';
import type { Seen, Visit } from './sign-in-visit.js';

const PUBLIC_URL = 'https://gavel.example';
const LEAD: Employee = { email: `ma-lead@${RABAT}.example`, isVerified: true, amr: ['pwd', 'mfa'] };
const OWN = '/settings/second-factors';

let organisation: Organisation;
let stage: SignInStage;
beforeAll(async () => {
  organisation = await Organisation.open(PUBLIC_URL);
  stage = await SignInStage.open({ variables: variablesFor(organisation.issuer) });
});
afterAll(async () => {
  await stage.close();
  await organisation.close();
});

function variablesFor(issuer: string): Record<string, string> {
  const { client_id: id, client_secret: secret } = Organisation.CLIENT;
  const provider = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: id, OIDC_CLIENT_SECRET: secret, OIDC_BODY: RABAT };
  return { PUBLIC_URL, ...provider };
}

/** Begins, has the address to the organisation changed on its way, and comes back with whatever it gives. */
async function comeBack(
  employee: Employee | null,
  { tamper = (): void => undefined, visit = stage.visit() }: { tamper?: (address: URL) => void; visit?: Visit } = {},
): Promise<{ visit: Visit; back: string }> {
  organisation.atTheDesk = employee;
  const begun = await visit.get(`/sign-in/openid?next=${encodeURIComponent(OWN)}`);
  const address = new URL(begun.location);
  tamper(address);
  return { visit, back: await organisation.visit(address.href) };
}

async function expectRefused(seen: Seen, visit: Visit, words: string): Promise<void> {
  expect(seen.status).toBe(403);
  expect(seen.text).toContain(words);
  expect(visit.cookie('session')).toBeUndefined();
  expect((await visit.get(OWN)).location).toMatch(/^\/sign-in/);
}

describe('signing in through one’s organisation', () => {
  test('is offered on the sign-in page, and asks for PKCE, state, nonce and a fresh proof', async () => {
    const visit = stage.visit();
    expect((await visit.get('/sign-in')).text).toContain('href="/sign-in/openid?next=%2F"');
    const { location } = await visit.get('/sign-in/openid');
    const asked = Object.fromEntries(new URL(location).searchParams);
    expect(asked).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      state: expect.stringMatching(/.{40,}/),
      nonce: expect.stringMatching(/.{40,}/),
      max_age: '300',
      redirect_uri: `${PUBLIC_URL}/sign-in/openid/callback`,
    });
  });

  test('opens a session for the one person with the address, and goes where they wanted to go', async () => {
    const { visit, back } = await comeBack(LEAD);
    const seen = await visit.get(back);
    expect([seen.status, seen.location]).toEqual([303, OWN]);
    expect(String(seen.headers['set-cookie'])).toMatch(
      /__Host-gavel-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure/,
    );
    expect((await visit.get(OWN)).status).toBe(200);
    const [session] = await stage.app.rabat.rows(
      `SELECT means FROM session WHERE body_id = $1 AND person_id = 'ma-lead' ORDER BY signed_in_at DESC LIMIT 1`,
      [RABAT],
    );
    expect(session?.means).toBe('openid');
  });

  test('is over once it has led somewhere: the same way back leads nowhere', async () => {
    const { visit, back } = await comeBack(LEAD);
    await visit.get(back);
    const again = await visit.get(back);
    expect(again.status).toBe(403);
  });

  test('says so where the person turned back', async () => {
    const { visit, back } = await comeBack(null);
    await expectRefused(await visit.get(back), visit, 'did not let you in, or you turned back');
  });

  test('does not take an address that nobody vouches for', async () => {
    const { visit, back } = await comeBack({ ...LEAD, isVerified: false });
    await expectRefused(await visit.get(back), visit, 'does not vouch for your mail address');
  });

  test('knows nobody of another body', async () => {
    const { visit, back } = await comeBack({ ...LEAD, email: `ma-lead@${OTHER_BODY}.example` });
    await expectRefused(await visit.get(back), visit, 'the Secretariat does not know your address');
  });

  test('asks for two factors', async () => {
    const { visit, back } = await comeBack({ ...LEAD, amr: ['pwd'] });
    await expectRefused(await visit.get(back), visit, 'without a second factor');
  });

  test('asks for a proof of the last five minutes, whatever the organisation makes of that', async () => {
    const tamper = ({ searchParams }: URL): void => {
      searchParams.delete('max_age');
    };
    const { visit, back } = await comeBack({ ...LEAD, ago: 900 }, { tamper });
    await expectRefused(await visit.get(back), visit, 'did not come from the sign-in that began in this browser');
  });

  test.each(['nonce', 'state', 'code_challenge'])('takes no answer to another %s', async (name) => {
    const tamper = ({ searchParams }: URL): void => {
      searchParams.set(name, 'A'.repeat(43));
    };
    const { visit, back } = await comeBack(LEAD, { tamper });
    await expectRefused(await visit.get(back), visit, 'did not come from the sign-in that began in this browser');
  });

  test.each(['iss', 'state', 'code'])('takes no answer whose %s somebody has changed', async (name) => {
    const { visit, back } = await comeBack(LEAD);
    const changed = new URL(back, PUBLIC_URL);
    changed.searchParams.set(name, 'https://elsewhere.example');
    const seen = await visit.get(`${changed.pathname}${changed.search}`);
    await expectRefused(seen, visit, 'did not come from the sign-in that began in this browser');
  });

  test('works only in the browser in which it began', async () => {
    const { back } = await comeBack(LEAD);
    const other = stage.visit();
    await expectRefused(await other.get(back), other, 'did not come from the sign-in that began in this browser');
    const { visit: third } = await comeBack(LEAD, { visit: stage.visit() });
    await expectRefused(await third.get(back), third, 'did not come from the sign-in that began in this browser');
  });
});

describe('an installation', () => {
  const opened: { close: () => Promise<void> }[] = [];
  afterEach(async () => {
    for (const each of opened.splice(0).reverse()) await each.close();
  });

  async function openWith(variables: Record<string, string>): Promise<SignInStage> {
    const other = await SignInStage.open({ variables: { PUBLIC_URL, ...variables } });
    opened.push(other);
    return other;
  }

  test('without a provider offers none', async () => {
    const other = await openWith({});
    expect((await other.visit().get('/sign-in')).text).not.toContain('/sign-in/openid');
    for (const path of ['/sign-in/openid', '/sign-in/openid/callback?code=x&state=y']) {
      expect((await other.visit().get(path)).status).toBe(404);
    }
  });

  test('trusts no provider that calls itself otherwise than it was told, or does not answer, and says so', async () => {
    for (const issuer of [organisation.issuer.replace('127.0.0.1', 'localhost'), 'http://127.0.0.1:9']) {
      const other = await openWith(variablesFor(issuer));
      const seen = await other.visit().get('/sign-in/openid');
      expect(seen.status).toBe(503);
      expect(seen.text).toContain('does not answer just now');
    }
  });

  test('may ask for a context that was agreed upon instead', async () => {
    const acr = 'https://login.example/two-factors';
    const ministry = await Organisation.open(PUBLIC_URL, [acr]);
    opened.push(ministry);
    const other = await openWith({ ...variablesFor(ministry.issuer), OIDC_ACR: acr });
    for (const [employee, status] of [
      [{ ...LEAD, amr: ['pwd'], acr }, 303],
      [{ ...LEAD, acr: 'https://login.example/one-factor' }, 403],
    ] as const) {
      const visit = other.visit();
      ministry.atTheDesk = employee;
      const { location } = await visit.get('/sign-in/openid');
      expect(new URL(location).searchParams.get('acr_values')).toBe(acr);
      expect((await visit.get(await ministry.visit(location))).status).toBe(status);
    }
  });
});
