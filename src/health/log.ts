import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';

export type { Logger } from 'pino';

/** Said once per route and module at start; only of interest to whoever debugs that. */
const CHATTER = new Set(['InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestFactory']);

/** SQLSTATE classes whose messages quote what people sent: wrong data, broken constraints. */
const QUOTING = /^2[23]/;

/**
 * Lines are gathered until they make so many bytes, or for so many milliseconds, and written when the process ends:
 * a system call for each would cost as much as a tenth of the request that it tells of.
 */
const GATHERED = { minLength: 4_096, periodicFlush: 250, sync: false };

/**
 * The structured log of a process: one JSON object a line. Nothing in it names people or holds what they wrote, so
 * errors are told without the values that a database quotes, and tokens are blacked out wherever they turn up.
 * @param level `silent` for none.
 * @param to standard output when not given.
 */
export function openLog(level: string, to?: DestinationStream): Logger {
  const options = {
    level,
    base: { pid: process.pid },
    redact: ['authorization', '*.authorization', '*.headers.authorization'],
    serializers: { err: errorForLog },
  };
  return pino(options, to ?? pino.destination(GATHERED));
}

/** What may be told of an error. */
function errorForLog(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const constraint = 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : undefined;
  const stack = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
  const quotes = QUOTING.test(code ?? '');
  return {
    type: error.name,
    code,
    constraint,
    message: quotes ? undefined : error.message,
    stack,
    cause: error.cause === undefined ? undefined : errorForLog(error.cause),
  };
}

/** The same log for Nest, which has a way of its own to write. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...context: unknown[]): void {
    const part = context.at(-1);
    this.logger[typeof part === 'string' && CHATTER.has(part) ? 'debug' : 'info']({ part }, String(message));
  }

  warn(message: unknown, ...context: unknown[]): void {
    this.logger.warn({ part: context.at(-1) }, String(message));
  }

  error(message: unknown, ...context: unknown[]): void {
    if (message instanceof Error) this.logger.error({ err: message, part: context.at(-1) }, 'Nest reports an error');
    else this.logger.error({ part: context.at(-1) }, String(message));
  }

  debug(message: unknown, ...context: unknown[]): void {
    this.logger.debug({ part: context.at(-1) }, String(message));
  }

  verbose(message: unknown, ...context: unknown[]): void {
    this.logger.trace({ part: context.at(-1) }, String(message));
  }

  fatal(message: unknown, ...context: unknown[]): void {
    this.logger.fatal({ part: context.at(-1) }, String(message));
  }
}
