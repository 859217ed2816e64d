import { retryAfter, retrySoon } from './backoff.js';
import type { Carriage, Carrier, Mail } from './carrier.js';
import type { DecideMails } from './decide-mails.js';
import type { DecidedMail } from './decided-mail.js';
import type { LeaseKeeper } from './lease-keeper.js';
import { DECISION_HOLDS, MOST_PUT_OFF } from './limits.js';
import type { MailJob } from './mail-job.js';
import { composeMail, type Sender } from './mail/compose-mail.js';
import type { Outcome } from './outcome.js';
import type { Outcomes } from './outcomes.js';
import type { SentBook } from './sent-book.js';
import { Turns } from './turns.js';

/**
 * Mails in hand at a time in one process: those on their way, and the next few. To compose all of a job at once would keep
 * the mail server's answers waiting, and whoever is killed then does not know what was taken.
 */
const IN_HAND = 7;

/** Does what a job asks for: decides about its mails, hands over those that are to go, and tells how each went. */
export class SendMails {
  private readonly turns = new Turns(IN_HAND);

  constructor(
    private readonly decideMails: DecideMails,
    private readonly carrier: Carrier,
    private readonly outcomes: Outcomes,
    private readonly leases: LeaseKeeper,
    private readonly sentBook: SentBook,
    private readonly sender: Sender,
    private readonly onSkipped: (mails: number) => void,
  ) {}

  /** Resolves when the outcome of every mail is durable. */
  async execute(job: MailJob): Promise<void> {
    const { mails, skipped } = await this.decideMails.execute(job);
    const decidedAt = performance.now();
    if (skipped > 0) this.onSkipped(skipped);
    await Promise.all(mails.map((mail) => this.leases.during(mail, () => this.send(mail, decidedAt))));
  }

  private async send(decided: DecidedMail, decidedAt: number): Promise<void> {
    const carriage = await this.turns.take(() => this.carry(decided, decidedAt));
    const told = await this.outcomes.tell(outcomeOf(decided, carriage));
    if (carriage.kind === 'accepted' && told !== 'unwritten') this.sentBook.settle();
  }

  private async carry(decided: DecidedMail, decidedAt: number): Promise<Carriage> {
    const isTooLate = (): boolean => performance.now() - decidedAt > DECISION_HOLDS;
    const mail = compose(decided, this.sender);
    const carriage = 'kind' in mail ? mail : await this.carrier.carry(mail, isTooLate);
    if (carriage.kind === 'accepted') this.sentBook.note(decided);
    return carriage;
  }
}

/** A mail that cannot be made is that mail's trouble, and nobody else's. */
function compose(decided: DecidedMail, sender: Sender): Mail | Carriage {
  try {
    return composeMail(decided, sender);
  } catch (error) {
    const reason = error instanceof RangeError ? error.message : 'it cannot be written';
    return { kind: 'refused', answer: reason };
  }
}

function outcomeOf(decided: DecidedMail, carriage: Carriage): Outcome {
  const { bodyId, id, attempt, at, calendar } = decided;
  const times = decided.putOff + 1;
  switch (carriage.kind) {
    case 'accepted':
      return { bodyId, id, attempt, kind: 'sent' };
    case 'refused':
      return { bodyId, id, attempt, kind: 'failed', answer: carriage.answer };
    case 'put_off':
      return times >= MOST_PUT_OFF
        ? { bodyId, id, attempt, kind: 'failed', answer: carriage.answer }
        : { bodyId, id, attempt, kind: 'put_off', retryAt: retryAfter(at, times, calendar), answer: carriage.answer };
    case 'unreachable':
      return { bodyId, id, attempt, kind: 'given_back', retryAt: retrySoon(at), answer: carriage.answer };
    case 'too_late':
      return { bodyId, id, attempt, kind: 'given_back', retryAt: at, answer: null };
  }
}
