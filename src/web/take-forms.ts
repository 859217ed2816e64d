import type { FastifyInstance } from 'fastify';
import { HttpProblem } from '../api/problem.js';

const MOST_FIELDS = 500;
/** The database cannot hold these, and nobody means them. */
const UNSTORABLE = /[\0\p{Cs}]/u;

/**
 * Lets pages take what browsers send from forms. Routes of the API take JSON alone: there a form is a 415. Of a field sent
 * more than once the last counts.
 */
export function takeForms(server: FastifyInstance): void {
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
