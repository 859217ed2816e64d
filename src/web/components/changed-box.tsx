import { Icon } from './icon.js';

/** Where a page that stays open is told that it shows something old. Empty until then. */
export const CHANGED_ID = 'changed';

/** Says that the page is old, with a link to how it is now: it is never exchanged under somebody's hands. */
export function ChangedBox({
  text,
  address,
  link,
}: {
  readonly text: string;
  readonly address: string;
  readonly link: string;
}) {
  return (
    <div id={CHANGED_ID} class="notice notice-info">
      <Icon name="info" />
      <p>
        {text} <a href={address}>{link}</a>
      </p>
    </div>
  );
}
