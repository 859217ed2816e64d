import type { ComponentChildren } from 'preact';
import type { FieldErrors, Typed } from '../form.js';
import type { PageRequest } from '../page-request.js';
import { Icon } from './icon.js';

export interface RadioChoice {
  readonly value: string;
  readonly text: ComponentChildren;
  readonly hint?: ComponentChildren;
}

export interface RadioFieldProps {
  readonly page: PageRequest;
  readonly name: string;
  /** The question; on a page of its own it stands as the heading already, and is only said to screen readers. */
  readonly legend: string;
  readonly isLegendSeen?: boolean;
  readonly choices: readonly RadioChoice[];
  readonly typed: Typed;
  readonly errors: FieldErrors;
}

/** One of a few, each with room for a word of explanation; none is chosen before somebody does. */
export function RadioField({ page, name, legend, isLegendSeen = true, choices, typed, errors }: RadioFieldProps) {
  const rule = errors[name];
  return (
    <fieldset
      class={rule === undefined ? 'field' : 'field field-wrong'}
      aria-describedby={rule === undefined ? undefined : `${name}-error`}
    >
      <legend class={isLegendSeen ? undefined : 'unseen'}>{legend}</legend>
      {rule === undefined ? null : (
        <p class="wrong" id={`${name}-error`}>
          <Icon name="overdue" />
          {page.texts.layout.fields[rule]}
        </p>
      )}
      {choices.map(({ value, text, hint }, index) => {
        // The summary of errors leads to the first.
        const id = index === 0 ? name : `${name}-${String(index + 1)}`;
        return (
          <div key={value} class="choice">
            <input
              type="radio"
              id={id}
              name={name}
              value={value}
              checked={typed[name] === value}
              aria-describedby={hint === undefined ? undefined : `${id}-hint`}
            />
            <div>
              <label for={id}>{text}</label>
              {hint === undefined ? null : (
                <p class="hint" id={`${id}-hint`}>
                  {hint}
                </p>
              )}
            </div>
          </div>
        );
      })}
    </fieldset>
  );
}
