import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { projectFolder } from '../../../storage/project-folder.js';
import { fonts } from './fonts.js';

/** `ua-1`: for reading, also by machines that read aloud. `a-2a`: for keeping. */
export type PdfStandard = 'ua-1' | 'a-2a';

/** The templates, by name: the look that they share stands before each. */
export type Template = 'pack' | 'record';

interface Answer {
  readonly number: number;
  readonly pdf?: Uint8Array;
  readonly problem?: string;
}

interface Waiting {
  readonly resolve: (pdf: Buffer) => void;
  readonly reject: (error: Error) => void;
}

/** How long the thread is kept when nobody needs it, in milliseconds: with its fonts it takes some forty megabytes. */
const KEPT_IDLE = 60_000;

const FOLDER = 'src/packs/content/pdf';
const sources = new Map<Template, string>();

function sourceOf(template: Template): string {
  const known = sources.get(template);
  if (known !== undefined) return known;
  const parts = ['dossier', template].map((name) =>
    readFileSync(new URL(`${name}.typ`, projectFolder(FOLDER)), 'utf8'),
  );
  const source = parts.join('\n');
  sources.set(template, source);
  return source;
}

/** Sets documents, one after the other, in a thread that is started when it is needed and ends when it is not. */
class Typesetter {
  private thread: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;
  private ending: NodeJS.Timeout | null = null;

  /**
   * @param data handed to the template as it is: nothing in it is read as markup.
   * @throws when the template cannot be set with it, or the thread dies.
   */
  async set(template: Template, data: object, standard: PdfStandard): Promise<Buffer> {
    const number = ++this.asked;
    const thread = this.threadNow();
    return new Promise((resolve, reject) => {
      this.waiting.set(number, { resolve, reject });
      thread.ref();
      thread.postMessage({ number, source: sourceOf(template), data: JSON.stringify(data), standard });
    });
  }

  private threadNow(): Worker {
    if (this.ending !== null) clearTimeout(this.ending);
    if (this.thread !== null) return this.thread;
    const thread = new Worker(new URL('typst-thread.mjs', projectFolder(FOLDER)), {
      workerData: { fonts: fonts().files, workspace: fileURLToPath(projectFolder(FOLDER)) },
    });
    thread.on('message', (answer: Answer) => {
      this.take(answer);
    });
    thread.on('error', (error) => {
      this.drop(thread, error instanceof Error ? error : new Error(String(error)));
    });
    thread.on('exit', () => {
      this.drop(thread, new Error('The thread that sets documents has ended'));
    });
    this.thread = thread;
    return thread;
  }

  private take({ number, pdf, problem }: Answer): void {
    const asked = this.waiting.get(number);
    this.waiting.delete(number);
    if (pdf === undefined) asked?.reject(new Error(`The document cannot be set: ${problem ?? 'no reason was given'}`));
    else asked?.resolve(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength));
    if (this.waiting.size === 0) this.rest();
  }

  /** A thread that nobody waits for keeps no process from ending. */
  private rest(): void {
    const { thread } = this;
    thread?.unref();
    this.ending = setTimeout(() => {
      this.thread = null;
      void thread?.terminate();
    }, KEPT_IDLE).unref();
  }

  private drop(thread: Worker, error: Error): void {
    if (this.thread !== thread) return;
    this.thread = null;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}

const typesetter = new Typesetter();

/** Sets a document as a PDF. The same data give the same file, to the byte. */
export function setDocument(template: Template, data: object, standard: PdfStandard): Promise<Buffer> {
  return typesetter.set(template, data, standard);
}
