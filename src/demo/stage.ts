import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DrainMail } from '../delivery/drain-mail.js';
import { PackWork } from '../delivery/pack-work.js';
import type { Refused } from '../engine/decision.js';
import type { HandoverCommand } from '../engine/handovers/handover.js';
import type { PlanChange } from '../engine/plan/re-planning.js';
import type { TaskCommand } from '../engine/tasks/task.js';
import type { IsoInstant } from '../engine/words.js';
import { localDate, localTime } from '../engine/time/zones.js';
import { AddEvidence } from '../handovers/add-evidence.js';
import { ApplyPlan, type PlanReceipt } from '../handovers/apply-plan.js';
import { ChangeTask, type TaskReceipt } from '../handovers/change-task.js';
import { CommentOnTask } from '../handovers/comment-on-task.js';
import { MoveHandover } from '../handovers/move-handover.js';
import { PreviewPlan, type PlanPreview } from '../handovers/preview-plan.js';
import { IncomingFiles } from '../packs/incoming-files.js';
import { SendDocument, type DocumentReceipt } from '../packs/send-document.js';
import { readPassing } from '../packs/signing/passing-scene.js';
import { SignHandover } from '../packs/signing/sign-handover.js';
import { declarationIn, signingHat, wholeDeclaration } from '../packs/signing/views/declaration.js';
import type { Caller } from '../people/caller.js';
import { Database, isRefused } from '../storage/database.js';
import { readBoard, type Board, type BoardTask } from './board.js';
import type { Cast } from './cast.js';
import { DemoClock } from './demo-clock.js';
import { alike, type CarriedMail } from './mail-lines.js';
import { MailRound } from './mail-round.js';
import { isShownByFile, sendPaper } from './papers.js';

const MINUTE = 60_000;

/** What a use case gave, when it said yes. */
export type Granted<T> = Exclude<T, Refused | null>;

/** One refusal that was met, and on which ground. */
export interface MetRefusal {
  readonly who: string;
  readonly asked: string;
  readonly codes: readonly string[];
}

/**
 * Where a story happens: its people ask the same use cases as in real use, at moments of the virtual clock, and the
 * same queue brings out the mail. Everything that happens is told in a line.
 */
export class Stage {
  readonly refusals: MetRefusal[] = [];
  readonly mails: CarriedMail[] = [];
  private readonly clock: DemoClock;
  private readonly database: Database;
  private readonly round: MailRound;
  /** Grows with everything that is done: what was read before may be different after. */
  deeds = 0;

  /** @param tell takes each line. */
  constructor(
    readonly bodyId: string,
    readonly cast: Cast,
    private readonly context: INestApplicationContext,
    private readonly tell: (line: string) => void,
  ) {
    this.database = context.get(Database);
    this.clock = new DemoClock(context.get(DataSource), this.database);
    const drainMail = context.get(DrainMail, { strict: false });
    this.round = new MailRound(bodyId, this.database, this.clock, drainMail, (at, mails) => {
      this.mails.push(...mails);
      for (const { to, content } of alike(mails)) this.mailLine(at, to, content);
    });
  }

  /** A use case or another part of the application. */
  get<T>(type: abstract new (...args: never[]) => T): T {
    return this.context.get(type as never, { strict: false });
  }

  /**
   * Lets the time pass until an instant; mail that falls due before goes out on the way. At one that has passed a minute
   * passes instead: no two things happen at the same instant.
   */
  async reach(at: IsoInstant): Promise<void> {
    const now = await this.clock.now();
    await this.round.reach(at > now ? at : new Date(Date.parse(now) + MINUTE).toISOString());
  }

  /** A minute passes. */
  async pause(): Promise<void> {
    await this.reach(await this.clock.now());
  }

  async board(handoverId: string): Promise<Board> {
    return readBoard(this.database, this.bodyId, handoverId);
  }

  /** Somebody asks for something, and is granted it or not; both are told. Null for a refusal. */
  async ask<T>(personId: string, words: string, work: (caller: Caller) => Promise<T>): Promise<Granted<T> | null> {
    const { memberId, role, title, zone } = this.cast.player(personId);
    const answer = await work({ bodyId: this.bodyId, personId, memberId, roles: [role] });
    const at = await this.clock.now();
    if (answer === null) throw new Error(`${title} asked for something that is not there: ${words}`);
    if (isRefused(answer)) {
      const codes = [...new Set(answer.gates.map(({ code }) => code))].sort();
      this.refusals.push({ who: title, asked: words, codes });
      this.line(at, zone, title, `${words}: REFUSED (${unmet(answer)})`);
      return null;
    }
    this.deeds += 1;
    this.line(at, zone, title, words);
    return answer as Granted<T>;
  }

  /** Somebody moves a task on, on the strength of what they see now. */
  async task(personId: string, handoverId: string, task: BoardTask, command: TaskCommand): Promise<boolean> {
    const words = `${WORDS[command.move]} ${task.id} ${task.title}${saying(command)}`;
    const request = this.request(personId, handoverId, task);
    return (await this.ask(personId, words, () => this.get(ChangeTask).execute(request, command))) !== null;
  }

  async comment(personId: string, handoverId: string, task: BoardTask, text: string): Promise<void> {
    const request = this.request(personId, handoverId, task);
    await this.ask(personId, `comments on ${task.id}: “${text}”`, () => this.get(CommentOnTask).execute(request, text));
  }

  /** Somebody shows that a task is done: by a file, or by where it lies. */
  async evidence(personId: string, handoverId: string, task: BoardTask): Promise<void> {
    const kind = task.evidenceKind === '' ? 'note' : task.evidenceKind;
    const { language } = this.cast.player(personId);
    const said = { title: `${task.id}: ${kind}`, language };
    const reference = `https://documents.example/${handoverId}/${task.id.toLowerCase()}`;
    const request = this.request(personId, handoverId, task);
    await this.ask<DocumentReceipt | TaskReceipt | Refused | null>(personId, `adds to ${task.id}: ${kind}`, () =>
      isShownByFile(task)
        ? sendPaper({ incoming: this.get(IncomingFiles), send: this.get(SendDocument) }, request, task, said)
        : this.get(AddEvidence).execute(request, { ...said, reference }),
    );
  }

  /** Somebody moves a handover on. */
  async handover(personId: string, handoverId: string, command: HandoverCommand): Promise<boolean> {
    const { version: expectedVersion } = await this.board(handoverId);
    const request = { bodyId: this.bodyId, handoverId, personId, expectedVersion };
    const words = `${HANDOVER_WORDS[command.move]} ${handoverId}${inWriting(command)}`;
    const moved = await this.ask(personId, words, () => this.get(MoveHandover).execute(request, command));
    if (moved !== null && command.move === 'effect') await this.get(PackWork).look();
    return moved !== null;
  }

  /** Somebody signs for their chair, in their own language. @param rank theirs, as it would stand under their name. */
  async sign(personId: string, handoverId: string, rank: string): Promise<boolean> {
    const { language } = this.cast.player(personId);
    const { version: expectedVersion } = await this.board(handoverId);
    const request = { bodyId: this.bodyId, handoverId, personId, expectedVersion };
    const signed = await this.ask(personId, `signs ${handoverId} (${rank})`, async (caller) => {
      const scene = await readPassing(this.database, caller, handoverId);
      if (scene === null || isRefused(scene)) return scene;
      const side = signingHat(scene.before.actor)?.side ?? 'outgoing';
      const text = wholeDeclaration(declarationIn(language, scene, side));
      const name = scene.names.get(personId) ?? personId;
      return this.get(SignHandover).execute(request, { text, language, rank, name }, null);
    });
    // The record of it is made in the background, which is given the time that passes here in no time.
    if (signed !== null) await this.get(PackWork).look();
    return signed !== null;
  }

  /** Somebody looks at what a change would do. */
  async preview(personId: string, change: PlanChange, words: string): Promise<PlanPreview> {
    const preview = await this.ask(personId, `looks at what it would do if ${words}`, () =>
      this.get(PreviewPlan).execute(this.bodyId, change),
    );
    if (preview === null) throw new Error(`A change of the plan cannot even be looked at: ${words}`);
    const { moved, undated, dated, compressed } = totals(preview);
    const tasks = `${moved} dates move, ${undated} vanish, ${dated} appear, ${compressed} are compressed to today`;
    this.note(`${tasks}; ${new Set(preview.handovers.flatMap(({ told }) => told)).size} people would be told`);
    return preview;
  }

  /** Somebody applies what they, or a colleague, looked at; null when it is no longer so. */
  async apply(
    personId: string,
    { change, token }: PlanPreview,
    words: string,
    reason: string,
  ): Promise<PlanReceipt | null> {
    return this.ask(personId, `applies it: ${words} (${reason})`, () =>
      this.get(ApplyPlan).execute(this.bodyId, personId, change, token, reason),
    );
  }

  /** A line about nobody in particular. */
  note(text: string): void {
    this.tell(`${' '.repeat(29)}${text}`);
  }

  private request(personId: string, handoverId: string, { id: taskId, version: expectedVersion }: BoardTask) {
    return { bodyId: this.bodyId, handoverId, taskId, personId, expectedVersion };
  }

  /** The time is that of the first who gets it. */
  private mailLine(at: IsoInstant, to: readonly CarriedMail[], content: string): void {
    const named = to.map(({ recipientId, language }) => `${this.cast.player(recipientId).title} (${language})`);
    const zone = this.cast.player(to[0]?.recipientId ?? '').zone;
    this.line(at, zone, 'mail', `to ${named.join(', ')}: ${content}`);
  }

  /** Times are those of whoever the line is about. */
  private line(at: IsoInstant, zone: string, who: string, what: string): void {
    const place = zone.slice(zone.indexOf('/') + 1);
    this.tell(`${localDate(at, zone)} ${localTime(at, zone)} ${place.padEnd(10)} ${`${who}:`.padEnd(24)} ${what}`);
  }
}

/** Each unmet gate by its code, with how often where it is more than once. */
function unmet({ gates }: Refused): string {
  const codes = gates.map(({ code }) => code);
  const times = (code: string): number => codes.filter((each) => each === code).length;
  return [...new Set(codes)].map((code) => (times(code) === 1 ? code : `${times(code)} x ${code}`)).join(', ');
}

const WORDS: Readonly<Record<TaskCommand['move'], string>> = {
  start: 'starts',
  submit: 'submits',
  return: 'returns',
  accept: 'accepts',
  waive: 'waives',
  commit: 'takes on',
  reopen: 'reopens',
  fulfil: 'has done',
  comment: 'comments on',
  reassign: 'reassigns',
  pin: 'pins',
  unpin: 'unpins',
  addEvidence: 'adds evidence to',
  removeEvidence: 'removes evidence from',
};

const HANDOVER_WORDS: Readonly<Record<HandoverCommand['move'], string>> = {
  prepare: 'begins to prepare',
  freeze: 'freezes the pack of',
  sign: 'signs',
  reopen: 'reopens',
  effect: 'lets the chair pass by',
  close: 'closes',
  cancel: 'cancels',
};

function saying(command: TaskCommand): string {
  if ('reason' in command) return `: “${command.reason}”`;
  return 'note' in command && command.note !== undefined ? `: “${command.note}”` : '';
}

function inWriting(command: HandoverCommand): string {
  if (command.move !== 'effect') return '';
  const decision = command.withoutSignature ?? command.withoutCeremony;
  return decision === undefined ? '' : ` (${decision.reference})`;
}

function totals({ handovers }: PlanPreview): Record<'moved' | 'undated' | 'dated' | 'compressed', number> {
  const sum = (list: 'moved' | 'undated' | 'dated' | 'compressed'): number =>
    handovers.reduce((count, { difference }) => count + difference[list].length, 0);
  return { moved: sum('moved'), undated: sum('undated'), dated: sum('dated'), compressed: sum('compressed') };
}
