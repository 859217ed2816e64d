/**
 * How long a process may keep a mail to itself before others take it over, in milliseconds. Whoever is slow asks for
 * more time (lease-keeper.ts); whoever is dead cannot.
 */
export const LEASE = 15_000;

/** Mails that one job carries. */
export const MAILS_PER_JOB = 25;

/** Mails of one body that may lie in the queue at a time: few enough that a worker gets to each before its lease ends. */
export const MOST_QUEUED = 1_000;

/**
 * Attempts in a row that may end without an answer, because the process died. The first is made together with other
 * mails, any of which may be to blame; after that a suspect goes alone, three times, and then it is set aside.
 */
export const MOST_UNANSWERED = 4;

/** How often a mail server may say "not now" before the mail has failed. */
export const MOST_PUT_OFF = 8;

/** What was decided about a mail holds for so long, in milliseconds; who comes to send it later decides again. */
export const DECISION_HOLDS = 2_000;

/** Longest a mail server may take over one mail, in milliseconds. */
export const LONGEST_SENDING = 60_000;
