/** The database cannot be used just now: nothing was decided, the same request may be sent again. */
export class Outage extends Error {
  constructor(
    message: string,
    override readonly cause: unknown,
  ) {
    super(message);
    this.name = 'Outage';
  }
}

/** SQLSTATE classes and codes that say the server, not the statement, is the trouble. */
const SERVER_TROUBLE = /^(08|53|57P0|58|XX)/;
/** The lock was not had in time, or the statement took too long: others are in the way. */
const TOO_BUSY = new Set(['55P03', '57014']);
/** Another transaction won; run again from the start this one may win too. GV003: the account has moved on. */
const WORTH_REPEATING = new Set(['40001', '40P01', 'GV003']);
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']);
/** What pg says, without a code, when the connection went away under a query. */
const CONNECTION_GONE =
  /connection terminated|connection ended|client has encountered a connection error|timeout exceeded when trying to connect|not queryable|QueryRunnerAlreadyReleased|Query runner already released/i;

export function isWorthRepeating(error: unknown): boolean {
  return WORTH_REPEATING.has(codeOf(error));
}

/** The same error, or an {@link Outage} around it when the database could not be reached or was too busy. */
export function asOutage(error: unknown): unknown {
  if (error instanceof Outage) return error;
  const code = codeOf(error);
  if (TOO_BUSY.has(code)) return new Outage('The database is too busy just now', error);
  const gone = error instanceof Error && CONNECTION_GONE.test(error.message);
  if (gone || NETWORK.has(code) || SERVER_TROUBLE.test(code))
    return new Outage('The database cannot be reached', error);
  return error;
}

/** The SQLSTATE or the network code of an error; TypeORM keeps the driver's own error inside its wrapper. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'driverError' in error ? codeOf(error.driverError) : '';
}
