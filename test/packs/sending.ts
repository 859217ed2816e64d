import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { TestApp, type Answer, type AppWishes } from '../support/app.js';
import { HANDOVER, RABAT, type PersonId } from '../support/rabat.js';
import type { PageAnswer, Visitor } from '../support/visitor.js';

/** A task of the outgoing chair that wants evidence, which the incoming chair accepts. */
export const TASK = 'OPN-03';
const OF_TASK = `/handovers/${HANDOVER}/tasks/${TASK}`;
export const PAGES = `/bodies/${RABAT}${OF_TASK}/documents`;

/** A form with a file, as it is sent. */
export interface SentForm {
  readonly fields?: Readonly<Record<string, string>>;
  /** Null sends none. */
  readonly content: Buffer | string | null;
  readonly name?: string;
}

/** A content as it was given, whole. */
export interface Content {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
}

/** The application, to send documents to. */
export class SendingApp {
  private constructor(readonly app: TestApp) {}

  static async start(wishes: AppWishes = {}): Promise<SendingApp> {
    return new SendingApp(await TestApp.start({ ...wishes, variables: { UPLOAD_LIMIT_MB: '1', ...wishes.variables } }));
  }

  get folder(): string {
    return this.app.dataDirectory;
  }

  async close(): Promise<void> {
    await this.app.close();
  }

  /** All files of the store and on their way in, by their paths. */
  async files(of: 'contents' | 'incoming'): Promise<string[]> {
    const folder = join(this.folder, 'documents', of);
    const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    return found.filter((each) => each.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  }

  /** The present version of the task, for `If-Match`. */
  async taskVersion(): Promise<string> {
    return (await this.app.as('sec', 'get', OF_TASK)).headers.etag ?? '';
  }

  /** Sends a document by the API; a version of another with `/<id>/versions`. */
  async send(person: PersonId, form: SentForm, behind = '', headers: Record<string, string> = {}): Promise<Answer> {
    const answer = await fetch(`${this.app.address}/api/v1/bodies/${RABAT}${OF_TASK}/documents${behind}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.app.token(person)}`, 'if-match': await this.taskVersion(), ...headers },
      body: bodyOf(form, { title: 'Report' }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: headersOf(answer), text, body: JSON.parse(text) as Answer['body'] };
  }

  /** The id of a document that was sent just now. */
  async sent(person: PersonId, form: SentForm): Promise<string> {
    const answer = await this.send(person, form);
    const { document } = answer.body as { document?: { id: string } };
    if (document === undefined) throw new Error(answer.text);
    return document.id;
  }

  /** Sends the form of the page. */
  async post(visitor: Visitor, form: SentForm, headers: Record<string, string> = {}): Promise<PageAnswer> {
    const answer = await fetch(`${this.app.address}${PAGES}/new`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: inEnglish(visitor), ...headers },
      body: bodyOf(form, { formToken: visitor.formToken, title: 'Report', marking: 'participants' }),
    });
    return { status: answer.status, headers: headersOf(answer), text: await answer.text() };
  }

  /** Opens a page in English. */
  page(visitor: Visitor, path: string): Promise<PageAnswer> {
    return visitor.get(path, { headers: { cookie: inEnglish(visitor) } });
  }

  /** Fetches a content, by its address behind that of the documents, as a page. */
  async content(visitor: Visitor, behind: string, headers: Record<string, string> = {}): Promise<Content> {
    const sent = { cookie: inEnglish(visitor), ...headers };
    const answer = await fetch(`${this.app.address}${PAGES}/${behind}`, { redirect: 'manual', headers: sent });
    return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
  }
}

function inEnglish({ cookie }: Visitor): string {
  return `${cookie}; gavel-language=en`;
}

function bodyOf(
  { fields = {}, content, name = 'report.pdf' }: SentForm,
  usual: Readonly<Record<string, string>>,
): FormData {
  const body = new FormData();
  for (const [field, value] of Object.entries({ ...usual, ...fields })) body.append(field, value);
  if (content !== null) body.append('file', new Blob([new Uint8Array(Buffer.from(content))]), name);
  return body;
}

function headersOf({ headers }: Response): Record<string, string> {
  return Object.fromEntries(headers);
}
