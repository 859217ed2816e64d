/** Addresses that only a demo has. */
export const DEMO = {
  signIn: '/demo/sign-in',
  clock: '/demo/clock',
  mailbox: '/demo/mailbox',
};
