/** The list of handovers and making one. */
export const handovers = {};
