import type { VNode } from 'preact';
import type { Notice } from './notice.js';

/** What a handler of a page gives: something to show. */
export class View {
  constructor(
    readonly element: VNode,
    readonly status = 200,
    /** Whether scripts of the page may ask for anything over the network. */
    readonly connects = true,
  ) {}
}

/** What a handler of a form gives when it has done its work: where to go next, and what to say there. */
export class GoTo {
  constructor(
    readonly address: string,
    readonly notice: Notice | null = null,
  ) {}
}

/** A file that is not a page: a calendar, a table, a document. */
export class FileView {
  constructor(
    readonly content: string | Buffer | NodeJS.ReadableStream,
    readonly type: string,
    /** Under which name it is saved; null shows it in the browser. */
    readonly fileName: string | null,
  ) {}
}

/** Shows a page. */
export function show(element: VNode): View {
  return new View(element);
}

/** Shows a page whose scripts send nothing anywhere, and that the browser keeps to it. */
export function showShut(element: VNode): View {
  return new View(element, 200, false);
}

/** Shows a form again, with what is wrong with it. */
export function showAgain(element: VNode): View {
  return new View(element, 422);
}

/** Shows a page again that asked for what is not possible now: what stands against it, or what has changed. */
export function showRefused(element: VNode): View {
  return new View(element, 409);
}

/** After a form: the page to see next, with a line that says what was done. */
export function done(address: string, text?: string): GoTo {
  return new GoTo(address, text === undefined ? null : { kind: 'done', text });
}
