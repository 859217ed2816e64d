/** Why something is not possible now. */
export const gates = {};
