import type { FieldErrors } from '../form.js';
import { labelled } from '../labelled.js';
import type { PageRequest } from '../page-request.js';

export interface ErrorSummaryProps {
  readonly page: PageRequest;
  readonly errors: FieldErrors;
  /** What each field is called on the page. */
  readonly labels: Readonly<Record<string, string>>;
  /** Said of the form as a whole. */
  readonly others?: readonly string[];
  /** What is wrong with fields, where that is no rule of a form. */
  readonly messages?: Readonly<Record<string, string>>;
}

/** What is wrong with a form, on top of its page, with links to the fields. */
export function ErrorSummary({ page, errors, labels, others = [], messages = {} }: ErrorSummaryProps) {
  const { layout } = page.texts;
  const fields = [
    ...Object.entries(messages),
    ...Object.entries(errors).map(
      ([field, rule]) => [field, labelled(page, labels[field] ?? field, layout.fields[rule])] as const,
    ),
  ];
  if (fields.length + others.length === 0) return null;
  return (
    <div class="errors" role="alert" tabindex={-1} data-focus="yes">
      <h2>{layout.thereIsAProblem}</h2>
      <ul>
        {fields.map(([field, text]) => (
          <li key={field}>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
        {others.map((other) => (
          <li key={other}>{other}</li>
        ))}
      </ul>
    </div>
  );
}
