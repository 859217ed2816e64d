import type { ComponentChildren } from 'preact';
import type { PageRequest } from '../page-request.js';

export interface FormProps {
  readonly page: PageRequest;
  /** Where it is sent. */
  readonly action: string;
  /** The version of what is changed, as it was read; left out where something new is made. */
  readonly version?: number;
  /** Whether it carries a file. */
  readonly hasFile?: boolean;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A form that changes something: it carries the token that shows it is ours, and what it is based on. */
export function Form({ page, action, version, hasFile = false, class: name, children }: FormProps) {
  return (
    <form method="post" action={action} class={name} enctype={hasFile ? 'multipart/form-data' : undefined} noValidate>
      <input type="hidden" name="formToken" value={page.formToken} />
      {version === undefined ? null : <input type="hidden" name="version" value={String(version)} />}
      {children}
    </form>
  );
}
