import type { JSX } from 'preact';
import type { FieldErrors, Typed } from '../form.js';
import type { PageRequest } from '../page-request.js';
import { Icon } from './icon.js';

interface FieldProps {
  readonly page: PageRequest;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly typed: Typed;
  readonly errors: FieldErrors;
  /** What is wrong with it, where that is no rule of a form. */
  readonly message?: string | undefined;
}

/** The label of a field, its hint, what is wrong with it, and the control that is told of both. */
export function Field({
  control,
  ...props
}: FieldProps & {
  readonly control: (described: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => JSX.Element;
}) {
  const { page, name, label, hint, errors } = props;
  const rule = errors[name];
  const wrong = props.message ?? (rule === undefined ? undefined : page.texts.layout.fields[rule]);
  const described = [hint === undefined ? null : `${name}-hint`, wrong === undefined ? null : `${name}-error`].filter(
    (id) => id !== null,
  );
  return (
    <div class={wrong === undefined ? 'field' : 'field field-wrong'}>
      <label for={name}>{label}</label>
      {hint === undefined ? null : (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {wrong === undefined ? null : (
        <p class="wrong" id={`${name}-error`}>
          <Icon name="overdue" />
          {wrong}
        </p>
      )}
      {control({
        id: name,
        ...(described.length === 0 ? {} : { 'aria-describedby': described.join(' ') }),
        ...(wrong === undefined ? {} : { 'aria-invalid': true as const }),
      })}
    </div>
  );
}

/** One line. */
export function TextField(
  props: FieldProps & {
    readonly type?: 'text' | 'email' | 'date' | 'url' | 'number';
    readonly autocomplete?: string;
    readonly inputmode?: 'numeric';
  },
) {
  const { name, typed, type = 'text', autocomplete, inputmode } = props;
  // The types of elements know a shape for each kind of input; all that are used here take the same attributes.
  const kind: object = { type };
  return (
    <Field
      {...props}
      control={(described) => (
        <input
          {...described}
          class="control"
          {...kind}
          name={name}
          value={typed[name] ?? ''}
          dir={type === 'text' ? 'auto' : undefined}
          autocomplete={autocomplete}
          inputmode={inputmode}
        />
      )}
    />
  );
}

/** Several lines. */
export function TextArea(props: FieldProps & { readonly rows?: number }) {
  const { name, typed, rows = 4 } = props;
  return (
    <Field
      {...props}
      control={(described) => (
        <textarea {...described} class="control" name={name} rows={rows} dir="auto">
          {typed[name] ?? ''}
        </textarea>
      )}
    />
  );
}

/** One of a few. */
export function SelectField(
  props: FieldProps & { readonly choices: readonly { readonly value: string; readonly text: string }[] },
) {
  const { name, typed, choices } = props;
  return (
    <Field
      {...props}
      control={(described) => (
        <select {...described} class="control" name={name}>
          {choices.map(({ value, text }) => (
            <option key={value} value={value} selected={value === (typed[name] ?? '')}>
              {text}
            </option>
          ))}
        </select>
      )}
    />
  );
}
