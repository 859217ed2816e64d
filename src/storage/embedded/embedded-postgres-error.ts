/** Why the embedded server cannot run here, in words for the person at the keyboard: what is wrong and what to do. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}

/** The `code` of a failed system call (`EACCES`, `ENOENT`, ...), or an empty text for any other error. */
export function errorCode(error: unknown): string {
  return textOf(error, 'code') ?? '';
}

/** What an error says, for use inside another sentence. */
export function errorText(error: unknown): string {
  return textOf(error, 'message') ?? String(error);
}

/** Read by name, not by class: an error may come from another realm, as Node's own do inside a test's sandbox. */
function textOf(error: unknown, name: string): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : undefined;
}
