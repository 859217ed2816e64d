import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { plainToInstance, type ClassConstructor } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import type { PageTexts } from '../../config/languages/en/pages.js';

/** What was typed into a form, by the names of its fields, as it was sent. */
export type Typed = Readonly<Record<string, string>>;

/** Why a field cannot be taken: the name of the rule that it breaks. */
export type FieldRule = keyof PageTexts['layout']['fields'];

/** What is wrong with a form, by field. */
export type FieldErrors = Readonly<Record<string, FieldRule>>;

/** A form that can be used, or what is wrong with it. */
export type Checked<Form> =
  { readonly form: Form; readonly errors: null } | { readonly form: null; readonly errors: FieldErrors };

/** Hands what was typed to a handler; nothing of it is checked yet: see `check`. */
export const TypedForm = createParamDecorator((_: unknown, context: ExecutionContext): Typed => {
  const { body } = context.switchToHttp().getRequest<FastifyRequest>();
  return typeof body === 'object' && body !== null ? (body as Typed) : {};
});

/** Hands what stands in the address behind the question mark to a handler, like a form; nothing of it is checked yet. */
export const TypedQuery = createParamDecorator((_: unknown, context: ExecutionContext): Typed => {
  const { query } = context.switchToHttp().getRequest<FastifyRequest>();
  const asked = Object.entries(query as Readonly<Record<string, string | string[]>>);
  return Object.assign(
    Object.create(null) as object,
    Object.fromEntries(asked.map(([name, value]) => [name, typeof value === 'string' ? value : (value.at(-1) ?? '')])),
  );
});

/**
 * Checks what was typed by the same class that checks JSON. A field left empty counts as not sent; fields that the class
 * does not know are left alone, since a form may carry more than one part of it needs.
 */
export function check<Form extends object>(type: ClassConstructor<Form>, typed: Typed): Checked<Form> {
  const sent = Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) => (value.trim() === '' ? [] : [[name, asWritten(value)]])),
  );
  const form = plainToInstance(type, sent, { exposeUnsetFields: false });
  const errors = validateSync(form, { whitelist: true, validationError: { target: true, value: false } });
  if (errors.length === 0) return { form, errors: null };
  return { form: null, errors: Object.fromEntries(errors.map((error) => [error.property, ruleOf(error, sent)])) };
}

/** Browsers send line breaks as CR LF, whatever was typed. */
function asWritten(value: string): string {
  return value.replace(/\r\n?/g, '\n').trim();
}

const RULES: ReadonlySet<string> = new Set<FieldRule>([
  'code',
  'date',
  'dateAfter',
  'dateFrom',
  'flag',
  'key',
  'line',
  'mail',
  'oneOf',
  'prose',
  'webAddress',
  'whole',
]);

function ruleOf({ property, constraints }: ValidationError, sent: Readonly<Record<string, unknown>>): FieldRule {
  if (sent[property] === undefined) return 'missing';
  const broken = Object.keys(constraints ?? {}).find((rule) => RULES.has(rule));
  return (broken ?? 'line') as FieldRule;
}
