import { HttpProblem } from './problem.js';

/** The fields of a PATCH that were sent, copied by name; 422 when there is none of them. */
export function changesOf<Form extends object, Field extends keyof Form & string>(
  form: Form,
  fields: readonly Field[],
): Partial<Pick<Form, Field>> {
  const changes: Partial<Pick<Form, Field>> = {};
  for (const field of fields) if (form[field] !== undefined) changes[field] = form[field];
  if (Object.keys(changes).length > 0) return changes;
  const reason = `must change something: ${fields.join(', ')}`;
  throw new HttpProblem('input.refused', { errors: [{ field: 'body', reason }] });
}
