/** Documents and adding one. */
export const documents = {};
