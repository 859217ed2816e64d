import type { FastifyRequest } from 'fastify';
import {
  directionOf,
  isPageLanguage,
  LOCALES,
  PAGE_LANGUAGES,
  textsOf,
  type PageLanguage,
} from '../../config/languages/pages.js';
import type { PageTexts } from '../../config/languages/en/pages.js';
import type { Viewer } from '../people/find-session.js';
import { formTokenOf } from '../people/session-secret.js';
import { readCookie } from './cookies.js';
import { readNotice, type Notice } from './notice.js';
import { formSecretOf } from './session.js';

declare module 'fastify' {
  interface FastifyInstance {
    /** Scheme, host and port under which people reach this installation. */
    publicOrigin: string;
  }
  interface FastifyRequest {
    /** Set on pages once somebody's session was found. */
    viewer?: Viewer;
    /** What its page needs, once that was read. */
    page?: PageRequest;
  }
}

/** Everything that a page needs beside what it is about: who reads it, in which language, what to say on top. */
export interface PageRequest {
  /** Null on pages that are open to all. */
  readonly viewer: Viewer | null;
  readonly language: PageLanguage;
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly texts: PageTexts;
  /** Path and query, for the language switch and for what leads back here. */
  readonly address: string;
  /** Scheme, host and port under which people reach this installation, for addresses that are used elsewhere. */
  readonly origin: string;
  /** What the last form did. */
  readonly notice: Notice | null;
  /** Whether the browser asks to be sent no more than it needs. */
  readonly savesData: boolean;
  /** To be put into every form; empty for a browser that we know nothing of. */
  readonly formToken: string;
}

/** What of a request decides how something is written: the same for all who read in its language. */
export type Speaker = Pick<PageRequest, 'language' | 'locale' | 'texts'>;

const LANGUAGE_COOKIE = 'language';
export { LANGUAGE_COOKIE };

/** A request as a page's; read once, when its viewer is known. */
export function pageRequestOf(request: FastifyRequest): PageRequest {
  request.page ??= readPageRequest(request);
  return request.page;
}

function readPageRequest(request: FastifyRequest): PageRequest {
  const language = languageOf(request);
  const secret = formSecretOf(request);
  return {
    viewer: request.viewer ?? null,
    language,
    locale: LOCALES[language],
    direction: directionOf(language),
    texts: textsOf(language),
    address: request.url,
    origin: request.server.publicOrigin,
    notice: readNotice(request),
    savesData: request.headers['save-data'] === 'on',
    formToken: secret === null ? '' : formTokenOf(secret),
  };
}

/** The language that was chosen, else the person's own, else what the browser asks for. */
function languageOf(request: FastifyRequest): PageLanguage {
  const chosen = readCookie(request, LANGUAGE_COOKIE) ?? undefined;
  if (isPageLanguage(chosen)) return chosen;
  if (request.viewer !== undefined) return request.viewer.language;
  const asked = (request.headers['accept-language'] ?? '')
    .split(',')
    .map((each) => each.trim().slice(0, 2).toLowerCase());
  return asked.find(isPageLanguage) ?? PAGE_LANGUAGES[0];
}
