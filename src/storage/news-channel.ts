/** The channel of PostgreSQL on which the processes of an installation tell each other what has changed. */
export const NEWS_CHANNEL = 'gavel_news';

/** What is told there when the virtual clock of a demo was moved. */
export const CLOCK_MOVED = 'clock';

/** What is told there when an account has grown. Neither part has a space in it. */
export function grown(bodyId: string, stream: string): string {
  return `${bodyId} ${stream}`;
}
