/** People, roles and stand-ins. */
export const people = {};
