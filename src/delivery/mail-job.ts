/** A mail to be sent, and how many attempts had been made when it was queued: a later number makes the job void. */
export interface QueuedMail {
  readonly id: string;
  readonly attempts: number;
}

/**
 * What the queue carries: which mails of one body may be due, and nothing about them. Everything else is read from the
 * database by whoever gets the job, so a job that is lost, late or there twice does no harm.
 */
export interface MailJob {
  readonly bodyId: string;
  readonly mails: readonly QueuedMail[];
  /** It may end the process: nothing else is sent meanwhile. */
  readonly alone: boolean;
}
