import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { jsxTemplate } from 'preact/jsx-runtime';
import type { Speaker } from '../page-request.js';

/** Values that say all about what is shown, so that the same values always look the same: what JSON has, and `undefined`. */
type Plain<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : Value extends (...args: never) => unknown
    ? never
    : { readonly [Name in keyof Value]: Plain<Value[Name]> };

/** So many characters of each component are kept; then it begins anew. */
const MOST = 1_000_000;

/**
 * A component that seldom changes, or of which a page holds dozens: it is written once for what it shows, and kept as HTML.
 * All that it may depend on are plain values and the language; nothing in them is a secret.
 */
export function writtenOnce<Props extends object>(
  look: (props: Plain<Props> & { readonly page: Speaker }) => VNode,
): (props: Plain<Props> & { readonly page: Speaker }) => VNode {
  const kept = new Map<string, string>();
  let size = 0;
  return (props) => {
    const key = keyOf(props);
    const known = kept.get(key);
    if (known !== undefined) return jsxTemplate([known]);
    // What was put together from many pieces stays in pieces until it is copied; it shall be copied once.
    const html = Buffer.from(renderToString(look(props))).toString();
    size += key.length + html.length;
    if (size > MOST) {
      kept.clear();
      size = key.length + html.length;
    }
    kept.set(key, html);
    return jsxTemplate([html]);
  };
}

/** All that is shown as a text that nothing else gives: no text from the database has a NUL in it, and only texts begin with a quote. */
function keyOf(props: object & { readonly page: Speaker }): string {
  const values = props as Readonly<Record<string, unknown>>;
  let key: string = props.page.language;
  for (const name in values) if (name !== 'page') key += `\0${name}${written(values[name])}`;
  return key;
}

function written(value: unknown): string {
  if (typeof value === 'string') return `"${value}`;
  if (typeof value !== 'object' || value === null) return ` ${String(value)}`;
  let all = '{';
  for (const name in value) all += `\0${name}${written((value as Readonly<Record<string, unknown>>)[name])}`;
  return `${all}\0}`;
}
