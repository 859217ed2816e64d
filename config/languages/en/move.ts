/** Moving a meeting. */
export const move = {};
