import type { FastifyInstance, FastifyRequest } from 'fastify';
import { under } from '../engine/inspection.js';
import { HttpProblem, type FieldProblem } from './problem.js';

const DEEPEST = 32;
const MOST_VALUES = 50_000;
/** Neither texts nor JSON of the database can hold these, and nobody means them. */
const UNSTORABLE = /[\0\p{Cs}]/u;
/** Names that mean something to JavaScript itself: no field of ours is called so. */
export const FORBIDDEN_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Makes JSON in UTF-8 the only thing that requests may carry. What cannot be read is a 400; what can be read but must
 * not go further (nested too deep, too many values, U+0000, broken Unicode, `__proto__`) a 422 that says where.
 */
export function takeJsonOnly(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      done(null, readJson(request, body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
}

function readJson(request: FastifyRequest, body: Buffer): unknown {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') {
    throw new HttpProblem('media_type.unsupported', { detail: 'Send the JSON as it is, not compressed.' });
  }
  const value = parse(body);
  const problem = firstProblem(value);
  if (problem !== null) throw new HttpProblem('input.refused', { errors: [problem] });
  return value;
}

function parse(body: Buffer): unknown {
  const text = decoded(body);
  if (text === null) throw unreadable('must be UTF-8');
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) throw unreadable('must be well-formed JSON');
    throw error;
  }
}

function decoded(body: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return null;
  }
}

function unreadable(reason: string): HttpProblem {
  return new HttpProblem('request.unreadable', { errors: [{ field: 'body', reason }] });
}

interface Place {
  readonly value: unknown;
  readonly path: string;
  readonly depth: number;
}

/** Goes through the value without recursion: whoever sends 100,000 brackets must not fill our stack. */
function firstProblem(root: unknown): FieldProblem | null {
  const places: Place[] = [{ value: root, path: '', depth: 0 }];
  let seen = 0;
  for (let place = places.pop(); place !== undefined; place = places.pop()) {
    const { value, path, depth } = place;
    const field = path === '' ? 'body' : path;
    if (typeof value === 'string' && UNSTORABLE.test(value)) {
      return { field, reason: 'must not contain U+0000 or broken Unicode' };
    }
    if (typeof value !== 'object' || value === null) continue;
    if (depth === DEEPEST) return { field, reason: `must not be nested deeper than ${String(DEEPEST)} levels` };
    const entries = Object.entries(value as Readonly<Record<string, unknown>>);
    seen += entries.length;
    if (seen > MOST_VALUES) return { field: 'body', reason: `must have at most ${String(MOST_VALUES)} values` };
    for (const [name, child] of entries) {
      const childPath = Array.isArray(value) ? `${path}[${name}]` : under(path, name);
      if (FORBIDDEN_NAMES.has(name) || UNSTORABLE.test(name))
        return { field: childPath, reason: 'is not a name for a field' };
      places.push({ value: child, path: childPath, depth: depth + 1 });
    }
  }
  return null;
}
