import { createHash } from 'node:crypto';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** An element of an open page as it is now. Its outermost tag has this id. */
export interface LivePart {
  readonly id: string;
  readonly element: VNode;
}

/** Where a page says in one sentence what others have done; screen readers read it out when they have a moment. */
const SAID_AT = 'say';

/** The part as htmx takes it: what is the same within it stays as it is, with the focus on it. */
export function partial({ id, element }: LivePart): string {
  return exchange(id, 'outerMorph', renderToString(element));
}

/** A sentence to be read out; of what is in it the words alone count. */
export function said(sentence: VNode): string {
  return exchange(SAID_AT, 'textContent', renderToString(sentence));
}

/** What an open page has been sent, so that it is sent no part twice. */
export class SentParts {
  private readonly digests = new Map<string, string>();

  /** The parts that are not as they were sent last. */
  news(parts: readonly LivePart[]): string {
    return parts.map((part) => this.newsOf(part)).join('');
  }

  private newsOf(part: LivePart): string {
    const html = partial(part);
    const digest = createHash('sha256').update(html).digest('base64');
    if (this.digests.get(part.id) === digest) return '';
    this.digests.set(part.id, digest);
    return html;
  }
}

/** Ids may have dots in them. */
function exchange(id: string, swap: string, html: string): string {
  return `<hx-partial hx-target='[id="${id}"]' hx-swap="${swap}">${html}</hx-partial>`;
}
