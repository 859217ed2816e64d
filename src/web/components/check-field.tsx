import type { Typed } from '../form.js';

export interface CheckFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly typed: Typed;
}

/** Something that holds or does not: a box that sends `yes`, or nothing. */
export function CheckField({ name, label, hint, typed }: CheckFieldProps) {
  return (
    <div class="field choice check">
      <input
        type="checkbox"
        id={name}
        name={name}
        value="yes"
        checked={typed[name] === 'yes'}
        aria-describedby={hint === undefined ? undefined : `${name}-hint`}
      />
      <div>
        <label for={name}>{label}</label>
        {hint === undefined ? null : (
          <p class="hint" id={`${name}-hint`}>
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
