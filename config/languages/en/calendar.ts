/** The calendar, its feed and the rotation. */
export const calendar = {};
