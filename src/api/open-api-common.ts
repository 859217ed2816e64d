import type { OpenAPIObject } from '@nestjs/swagger';
import { PROBLEMS, type ProblemCode } from './problem.js';

type Components = NonNullable<OpenAPIObject['components']>;

const MEDIA_TYPE = 'application/problem+json';
const TEXT = { type: 'string' };
const PROBLEM = { $ref: '#/components/schemas/Problem' };

/** The header that makes a POST happen once. */
export const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 255 },
  description:
    'Send the same key again with the same request and it happens once: the answer is repeated, with `Idempotency-Replayed: true`. Kept for a day.',
};

const GATE = {
  type: 'object',
  description: 'A condition that is not met.',
  required: ['code', 'facts', 'whose'],
  properties: {
    code: { ...TEXT, description: 'Stable dotted name.' },
    facts: { type: 'object', description: 'What a text in any language needs to say it.' },
    whose: {
      ...TEXT,
      enum: ['outgoing', 'incoming', 'secretariat', 'joint', 'nobody'],
      description: 'Whose move it is; nobody when no one can change it any more.',
    },
    about: {
      type: 'object',
      properties: { kind: TEXT, id: TEXT },
      description: 'Where the reason lies, when elsewhere.',
    },
  },
};

const FIELD_PROBLEM = {
  type: 'object',
  required: ['field', 'reason'],
  properties: { field: { ...TEXT, description: 'Path of the field, or name of the header.' }, reason: TEXT },
};

/** What every error looks like, after RFC 9457. */
export const PROBLEM_SCHEMAS: NonNullable<Components['schemas']> = {
  Gate: GATE,
  FieldProblem: FIELD_PROBLEM,
  Problem: {
    type: 'object',
    required: ['type', 'title', 'status', 'instance'],
    properties: {
      type: { ...TEXT, description: '`urn:gavel:problem:` and a stable code.' },
      title: TEXT,
      status: { type: 'integer' },
      detail: TEXT,
      instance: { ...TEXT, description: 'The id of the request.' },
      gates: { type: 'array', items: { $ref: '#/components/schemas/Gate' }, description: 'Of a refusal: all of them.' },
      errors: {
        type: 'array',
        items: { $ref: '#/components/schemas/FieldProblem' },
        description: 'Of input: all of them.',
      },
    },
  },
};

/** One response per status, `Problem409` and so on, naming the codes that come with it. */
export const PROBLEM_RESPONSES: NonNullable<Components['responses']> = Object.fromEntries(
  [...new Set(Object.values(PROBLEMS).map(({ status }) => status))].map((status) => {
    const codes = (Object.keys(PROBLEMS) as ProblemCode[]).filter((code) => PROBLEMS[code].status === status);
    const description = codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title}.`).join(' ');
    return [`Problem${String(status)}`, { description, content: { [MEDIA_TYPE]: { schema: PROBLEM } } }];
  }),
);
