/** Why the embedded server cannot run here, in words for the person at the keyboard: what is wrong and what to do. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}

/** The `code` of a failed system call (`EACCES`, `ENOENT`, ...), or an empty text for any other error. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** What an error says, for use inside another sentence. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
