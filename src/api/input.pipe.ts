import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { plainToInstance, type ClassConstructor } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { under } from '../engine/inspection.js';
import { FORBIDDEN_NAMES } from './json-body.js';
import { HttpProblem, type FieldProblem } from './problem.js';

/** More problems than anyone reads; what is beyond is counted, not listed. */
const MOST_LISTED = 100;

/**
 * Makes the input class of a handler from what was sent: every field known, of its type and in its bounds, or a 422
 * with all problems, each with its path.
 */
@Injectable()
export class InputPipe implements PipeTransform {
  transform(sent: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if ((type !== 'body' && type !== 'query') || metatype === undefined || metatype === Object) return sent;
    if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) {
      throw refused([{ field: type, reason: 'must be a JSON object' }]);
    }
    // class-transformer passes over such names, and so nobody would say that they are not known.
    const forbidden = Object.keys(sent).filter((name) => FORBIDDEN_NAMES.has(name));
    if (forbidden.length > 0) throw refused(forbidden.map((field) => ({ field, reason: 'is not known here' })));
    const form = plainToInstance(metatype as ClassConstructor<object>, sent, { exposeUnsetFields: false });
    const errors = validateSync(form, {
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      validationError: { target: true, value: false },
    });
    if (errors.length > 0) throw refused(errors.flatMap((error) => fieldProblems(error, '')));
    return form;
  }
}

function refused(errors: readonly FieldProblem[]): HttpProblem {
  const more = errors.length - MOST_LISTED;
  const detail = more > 0 ? { detail: `${String(more)} more problems are not listed.` } : {};
  return new HttpProblem('input.refused', { errors: errors.slice(0, MOST_LISTED), ...detail });
}

function fieldProblems(error: ValidationError, path: string): FieldProblem[] {
  const field = Array.isArray(error.target) ? `${path}[${error.property}]` : under(path, error.property);
  if (isMissing(error)) return [{ field, reason: 'is missing' }];
  // That something should be an object is said once, by the check that goes before.
  const broken = Object.entries(error.constraints ?? {}).filter(([rule]) => rule !== 'nestedValidation');
  const own = broken.map(([rule, message]) => {
    if (rule === 'whitelistValidation') return { field, reason: 'is not known here' };
    const name = `${error.property} `;
    return { field, reason: message.startsWith(name) ? message.slice(name.length) : message };
  });
  return [...own, ...(error.children ?? []).flatMap((child) => fieldProblems(child, field))];
}

function isMissing({ target, property }: ValidationError): boolean {
  return target !== undefined && (target as Readonly<Record<string, unknown>>)[property] === undefined;
}
