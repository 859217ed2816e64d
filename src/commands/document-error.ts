import type { Problem } from '../engine/inspection.js';

/** A document that is wrong, with everything that is wrong in it. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';

  constructor(
    readonly document: string,
    readonly problems: readonly Problem[],
  ) {
    const lines = problems.map(({ path, message }) => `  ${path === '' ? 'the document' : path} ${message}`);
    super([`${document} cannot be taken as it is:`, ...lines].join('\n'));
  }
}

/** Throws a DocumentError if anything is wrong with a document. */
export function refuseProblems(document: string, problems: readonly Problem[]): void {
  if (problems.length > 0) throw new DocumentError(document, problems);
}
