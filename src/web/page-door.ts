import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { HttpProblem } from '../api/problem.js';
import { FindSession, type Viewer } from '../people/find-session.js';
import { isFormTokenOf } from '../people/session-secret.js';
import { takesEvents } from './event-stream.js';
import { pageRequestOf, type PageRequest } from './page-request.js';
import { formSecretOf, readSession } from './session.js';

/** The field of every form that shows that it is ours. */
const FORM_TOKEN = 'formToken';

/** Who comes to a page, and whether the form they send is one of ours. */
@Injectable()
export class PageDoor {
  constructor(private readonly findSession: FindSession) {}

  /** The reader of a page; null when nobody is signed in. */
  async viewerOf(request: FastifyRequest): Promise<Viewer | null> {
    const secret = readSession(request);
    // A page that is open connects by itself: that is no sign that somebody sits before it.
    return secret === null ? null : this.findSession.execute(secret, !takesEvents(request));
  }

  /** A page that is open to all; whoever is signed in stays so before their eyes. */
  async openPage(request: FastifyRequest): Promise<PageRequest> {
    const viewer = await this.viewerOf(request);
    if (viewer !== null) request.viewer = viewer;
    return pageRequestOf(request);
  }

  /** Throws when a request that changes something does not come from a page of ours. */
  expectOwnForm(request: FastifyRequest): void {
    if (request.method === 'GET' || request.method === 'HEAD') return;
    const { origin, 'sec-fetch-site': site } = request.headers;
    const foreign =
      (origin !== undefined && origin !== request.server.publicOrigin && origin !== ownAddress(request)) ||
      (site !== undefined && site !== 'same-origin');
    if (foreign) throw new HttpProblem('form.foreign');
    const secret = formSecretOf(request);
    // A file that is uploaded is read by its handler, and its token with it.
    if (secret === null || request.isMultipart()) return;
    if (!isFormTokenOf(secret, takeToken(request.body))) throw new HttpProblem('form.foreign');
  }
}

/** The same for a form with a file, once its fields have come. */
export function expectOwnFields(request: FastifyRequest, fields: Readonly<Partial<Record<string, string>>>): void {
  const secret = formSecretOf(request);
  if (secret === null || !isFormTokenOf(secret, fields[FORM_TOKEN])) throw new HttpProblem('form.foreign');
}

/** Where a browser on this very machine reaches us, also when the installation is known under another name. */
function ownAddress(request: FastifyRequest): string {
  return `${request.server.publicOrigin.split(':')[0] ?? 'http'}://${request.headers.host ?? ''}`;
}

/** Takes the token out: to everyone behind this door the form is what was typed. */
function takeToken(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return undefined;
  const token: unknown = Reflect.get(body, FORM_TOKEN);
  Reflect.deleteProperty(body, FORM_TOKEN);
  return token;
}
