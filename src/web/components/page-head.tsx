import type { ComponentChildren } from 'preact';

export interface PageHeadProps {
  /** A short line above: where one is. */
  readonly above?: string | undefined;
  readonly title: string;
  /** Buttons and links beside the title. */
  readonly children?: ComponentChildren;
}

/** The heading of a page. */
export function PageHead({ above, title, children }: PageHeadProps) {
  return (
    <div class="page-head">
      <div>
        {above === undefined ? null : <p class="above">{above}</p>}
        <h1>{title}</h1>
      </div>
      {children === undefined ? null : <div class="actions">{children}</div>}
    </div>
  );
}
