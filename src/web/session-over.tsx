import { ChangedBox, CHANGED_ID } from './components/changed-box.js';
import { partial, said } from './live-parts.js';
import type { PageRequest } from './page-request.js';
import { paths } from './paths.js';

/** What an open page is told when its session has ended. @param at address of that page. */
export function sessionOver({ texts: { live } }: Pick<PageRequest, 'texts'>, at: string): string {
  const signIn = `${paths.signIn}?next=${encodeURIComponent(at)}`;
  const box = <ChangedBox text={live.sessionOver} address={signIn} link={live.signInAgain} />;
  return `${partial({ id: CHANGED_ID, element: box })}${said(<>{live.sessionOver}</>)}`;
}
