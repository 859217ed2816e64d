import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import rateLimit from '@fastify/rate-limit';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '../health/log.js';
import { RequestLog } from '../health/request-log.js';
import { packPages } from '../web/pack-pages.js';
import { TAKES_FILES, takeForms } from '../web/take-forms.js';
import { bearerOf } from './bearer.js';
import { takeJsonOnly } from './json-body.js';
import { HttpProblem } from './problem.js';
import { sendProblem } from './problem.filter.js';
import { DOCS_PATH } from './swagger-ui.js';
import { largestBodyOf } from './takes-up-to.js';

const MIB = 1024 * 1024;
/** Milliseconds within which the head of a request must have arrived, and all of it where it holds no file. */
const SLOWEST_REQUEST = 30_000;
const MINUTE = 60_000;
/** The same for a file: 25 MB over a line of 256 kbit/s. */
const SLOWEST_UPLOAD = 15 * MINUTE;

const NOTHING_MAY_LOAD = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'";
const OWN_FILES_MAY_LOAD =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

/**
 * Fastify as this API wants it. It trusts nothing it is told about a request by others: no ids, and no proxy headers but
 * those of the installation's own proxies.
 */
export function openServer(log: Logger, trustedProxies: readonly string[]): FastifyAdapter {
  return new FastifyAdapter({
    trustProxy: trustedProxies.length === 0 ? false : [...trustedProxies],
    loggerInstance: log,
    logController: new RequestLog(),
    genReqId: () => randomUUID(),
    bodyLimit: MIB,
    requestTimeout: SLOWEST_UPLOAD,
    http: { headersTimeout: SLOWEST_REQUEST },
    // Whoever is connected while the process ends still gets an answer.
    return503OnClosing: false,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      sendProblem(request, reply, error);
    },
  });
}

/** What the server has to know of the installation. */
export interface ServerSettings {
  readonly requestsPerMinute: number;
  /** How people reach it. */
  readonly publicUrl: string;
}

/** Limits, headers and formats that hold for every route; to be set before the routes are. */
export async function furnish(
  server: FastifyInstance,
  { requestsPerMinute, publicUrl }: ServerSettings,
): Promise<void> {
  takeJsonOnly(server);
  await takeForms(server);
  server.decorate('publicOrigin', new URL(publicUrl).origin);
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('x-content-type-options', 'nosniff');
    reply.header('cache-control', 'no-store');
    reply.header('content-security-policy', isDocs(request) ? OWN_FILES_MAY_LOAD : NOTHING_MAY_LOAD);
    done();
  });
  hurryAllButFiles(server);
  letGoWhenEnding(server);
  packPages(server);
  server.addHook('onRoute', (route) => {
    const largest = largestBodyOf(route.config);
    if (largest !== null) route.bodyLimit = largest;
  });
  await server.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: MINUTE,
    // One token is one user; whoever has none shares the limit of their address.
    keyGenerator: (request: FastifyRequest) => bearerOf(request) ?? request.ip,
    allowList: (request: FastifyRequest) => !request.url.startsWith('/api/v1/'),
    errorResponseBuilder: (_request: FastifyRequest, { max }: { max: number }) =>
      new HttpProblem('rate.exceeded', { detail: `At most ${String(max)} requests a minute.` }),
  });
}

/** Only routes made for files wait longer: a slow line is no reason to refuse one. */
function hurryAllButFiles(server: FastifyInstance): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const { headers, routeOptions, raw } = request;
    const hasBody = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
    if (hasBody && !(TAKES_FILES in routeOptions.config)) {
      const timer = setTimeout(() => raw.destroy(), SLOWEST_REQUEST).unref();
      raw.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer));
    }
    done();
  });
}

/**
 * Whoever gets their answer while the process ends is told that the connection ends with it: one that is kept alive
 * would keep the process alive too, for more than a minute. So would one that a browser has opened in advance, and on
 * which it has asked for nothing.
 */
function letGoWhenEnding(server: FastifyInstance): void {
  let ending = false;
  const unused = new Set<Socket>();
  server.server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.addHook('onRequest', (request, _reply, done) => {
    unused.delete(request.raw.socket);
    done();
  });
  server.addHook('preClose', (done) => {
    ending = true;
    for (const socket of unused) socket.destroy();
    done();
  });
  server.addHook('onSend', (_request, reply, payload, done) => {
    if (ending) reply.header('connection', 'close');
    done(null, payload);
  });
  // The head of this answer had been sent when the process began to end.
  server.addHook('onResponse', (request, _reply, done) => {
    if (ending) request.raw.socket.end();
    done();
  });
}

function isDocs(request: FastifyRequest): boolean {
  return request.url.startsWith(DOCS_PATH);
}
