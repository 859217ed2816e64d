import { Field } from '../../../web/components/field.js';
import type { FieldErrors } from '../../../web/form.js';
import type { PageRequest } from '../../../web/page-request.js';

export interface CodeFieldProps {
  readonly page: PageRequest;
  readonly name: 'code' | 'recovery';
  readonly label: string;
  readonly hint: string;
  readonly errors: FieldErrors;
}

/** Where a code is typed. A code that was wrong is not shown again. */
export function CodeField(props: CodeFieldProps) {
  const isDigits = props.name === 'code';
  return (
    <Field
      {...props}
      typed={{}}
      control={(described) => (
        <input
          {...described}
          class={isDigits ? 'control code' : 'control code code-long'}
          type="text"
          name={props.name}
          dir="ltr"
          inputmode={isDigits ? 'numeric' : undefined}
          autocomplete={isDigits ? 'one-time-code' : 'off'}
          maxLength={isDigits ? 12 : 40}
          spellcheck={false}
        />
      )}
    />
  );
}
