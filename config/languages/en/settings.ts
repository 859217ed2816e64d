/** The reader's own settings and sessions. */
export const settings = {};
