/** What is said when others change something, and the demo’s mailbox. */
export const live = {};
