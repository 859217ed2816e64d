/** Help, accessibility, personal data. */
export const info = {};
