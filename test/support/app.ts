import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { readEnvironment } from '../../config/environment.js';
import { createApp, type AppSettings } from '../../src/create-app.js';
import { openLog } from '../../src/health/log.js';
import { systemCaller } from '../../src/people/caller.js';
import { IssueToken } from '../../src/people/issue-token.js';
import { OpenSession } from '../../src/people/open-session.js';
import { hashOfToken, newTokenSecret } from '../../src/people/token-secret.js';
import { must, PEOPLE, RABAT, RabatHandover, type PersonId } from './rabat.js';
import { Visitor } from './visitor.js';

/** A second body in the same installation, with people of the same ids: nothing of it may ever be seen from the first. */
export const OTHER_BODY = 'other-process';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** What a request of a test carries beside its address. */
export interface Sent {
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object | string;
}

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON of the answer, whatever it is. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** What a test wants otherwise than usual. */
export interface AppWishes {
  /** Of the environment, in place of the defaults. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Hears every line of the log. */
  readonly hears?: (line: string) => void;
  /** Modules beside those of the application. */
  readonly modules?: NonNullable<AppSettings['modules']>;
  /** Puts something between the application and its database, and gives the address of that. */
  readonly through?: (databaseUrl: string) => Promise<string>;
}

/** The real application, listening, on the database of a real handover; and a token for each person of two bodies. */
export class TestApp {
  private constructor(
    readonly rabat: RabatHandover,
    readonly app: NestFastifyApplication,
    readonly address: string,
    private readonly tokens: ReadonlyMap<string, string>,
    /** Where documents lie; gone when the application is closed. */
    readonly dataDirectory: string,
  ) {}

  static async start({ variables = {}, hears, modules = [], through }: AppWishes = {}): Promise<TestApp> {
    const rabat = await RabatHandover.plannedAt('2023-10-02T08:00:00.000Z');
    await rabat.addBody(OTHER_BODY);
    const dataDirectory = await mkdtemp(join(tmpdir(), 'gavel-data-'));
    const usual = {
      DATA_DIRECTORY: dataDirectory,
      RATE_LIMIT_PER_MINUTE: '1000000',
      DATABASE_POOL: '8',
      SECRET_KEY: 'the same for all tests, and for them alone',
    };
    const environment = readEnvironment({ ...usual, ...variables });
    const log = openLog(hears === undefined ? 'silent' : 'info', { write: (line: string) => hears?.(line) });
    const databaseUrl = through === undefined ? rabat.url : await through(rabat.url);
    const app = await createApp({ environment, databaseUrl, log, modules });
    await app.listen(0, '127.0.0.1');
    const tokens = new Map<string, string>();
    for (const body of [RABAT, OTHER_BODY]) {
      for (const person of Object.keys(PEOPLE)) tokens.set(`${body} ${person}`, await issue(app, body, person));
    }
    return new TestApp(rabat, app, await app.getUrl(), tokens, dataDirectory);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.rabat.close();
    await rm(this.dataDirectory, { recursive: true });
  }

  token(person: PersonId, body = RABAT): string {
    const token = this.tokens.get(`${body} ${person}`);
    if (token === undefined) throw new Error(`No token for ${person} of ${body}`);
    return token;
  }

  /** A new session of somebody, to ask for pages with. */
  async signIn(person: PersonId, body = RABAT): Promise<Visitor> {
    const secret = await this.app.get(OpenSession).execute(body, person, 'demo', null);
    if (secret === null) throw new Error(`${person} of ${body} cannot sign in`);
    return new Visitor(this.address, secret);
  }

  /** Somebody who asks for pages without being signed in. */
  stranger(): Visitor {
    return new Visitor(this.address, null);
  }

  /** Sends a request as it is, without looking at its answer. */
  async send(method: Method, path: string, { token, headers, body }: Sent = {}): Promise<Answer> {
    const sending = request(this.address)[method](path);
    if (token !== undefined) sending.set('authorization', `Bearer ${token}`);
    for (const [name, value] of Object.entries(headers ?? {})) sending.set(name, value);
    if (typeof body === 'string') sending.set('content-type', 'application/json');
    const answer = await (body === undefined ? sending : sending.send(body)).ok(() => true);
    return { status: answer.status, headers: answer.headers, body: answer.body, text: answer.text };
  }

  /** The same about things of the first body, as one of its people. */
  async as(person: PersonId, method: Method, path: string, body?: object | string, headers = {}): Promise<Answer> {
    const address = `/api/v1/bodies/${RABAT}${path}`;
    return this.send(method, address, { token: this.token(person), headers, ...(body === undefined ? {} : { body }) });
  }
}

async function issue(app: NestFastifyApplication, body: string, personId: string): Promise<string> {
  const secret = newTokenSecret();
  const token = { personId, label: 'test', expiresOn: null };
  must(await app.get(IssueToken).execute(systemCaller(body), token, hashOfToken(secret)));
  return secret;
}
