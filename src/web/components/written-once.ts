import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { jsxTemplate } from 'preact/jsx-runtime';
import type { Speaker } from '../page-request.js';

/** Values that say all about what is shown, so that the same values always look the same. */
type Plain = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** So many of each component are kept, a few megabytes at most; then it begins anew. */
const MOST = 2_000;

/**
 * A component of which a page holds dozens that seldom change: it is written once for what it shows, and kept as HTML.
 * All that it may depend on are plain values and the language.
 */
export function writtenOnce<Props extends Plain>(
  look: (props: Props & { readonly page: Speaker }) => VNode,
): (props: Props & { readonly page: Speaker }) => VNode {
  const kept = new Map<string, string>();
  return (props) => {
    const key = keyOf(props);
    const known = kept.get(key);
    if (known !== undefined) return jsxTemplate([known]);
    if (kept.size >= MOST) kept.clear();
    // What was put together from many pieces stays in pieces until it is copied; it shall be copied once.
    const html = Buffer.from(renderToString(look(props))).toString();
    kept.set(key, html);
    return jsxTemplate([html]);
  };
}

/** All values in a text that no others give: no text from the database has a NUL in it, and only texts begin with a quote. */
function keyOf({ page, ...values }: Plain & { readonly page: Speaker }): string {
  let key: string = page.language;
  for (const name in values) {
    const value = values[name];
    key += typeof value === 'string' ? `\0${name}"${value}` : `\0${name} ${String(value)}`;
  }
  return key;
}
