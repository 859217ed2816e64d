import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { HttpProblem } from '../api/problem.js';

const MOST_FIELDS = 500;
/** The database cannot hold these, and nobody means them. */
const UNSTORABLE = /[\0\p{Cs}]/u;

/** One file at a time, with the fields of its form in front. The handler says how large it may be. */
const UPLOADS = {
  limits: { files: 1, fields: 20, fieldSize: 64 * 1024, parts: 21, headerPairs: 50 },
  // A file that is too large is said to be so by its form, and not by breaking off.
  throwFileSizeLimit: false,
};

/** The kinds of routes that take files say so in their configuration. */
export const TAKES_FILES = 'takesFiles';

/**
 * Lets pages take what browsers send from forms. Routes of the API take JSON alone: there a form is a 415. Of a field sent
 * more than once the last counts.
 */
export async function takeForms(server: FastifyInstance): Promise<void> {
  await server.register(multipart, UPLOADS);
  server.addHook('onRequest', (request, _reply, done) => {
    const isFile = request.headers['content-type']?.toLowerCase().startsWith('multipart/') === true;
    const takesFiles = TAKES_FILES in request.routeOptions.config;
    done(isFile && !takesFiles ? new HttpProblem('media_type.unsupported') : undefined);
  });
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (request, body, done) => {
    if (request.url.startsWith('/api/')) {
      done(new HttpProblem('media_type.unsupported'));
      return;
    }
    const fields = [...new URLSearchParams(String(body))];
    if (
      fields.length > MOST_FIELDS ||
      fields.some(([name, value]) => UNSTORABLE.test(name) || UNSTORABLE.test(value))
    ) {
      done(new HttpProblem('request.unreadable'));
      return;
    }
    done(null, Object.assign(Object.create(null) as object, Object.fromEntries(fields)));
  });
}
