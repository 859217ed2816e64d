/** The mail that a pool sends again and again: whole, and in its parts. */
export interface PooledMail {
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly raw: string;
}

/** What the process with the pool is told first. */
export interface PoolJob {
  readonly port: number;
  readonly connections: number;
  readonly mail: PooledMail;
}

/** How many mails to send, and whether each is composed from its parts or sent as it lies there. */
export interface PoolTurn {
  readonly count: number;
  readonly composed: boolean;
}
