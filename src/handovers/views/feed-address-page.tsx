import { localDate } from '../../engine/time/zones.js';
import type { IsoInstant } from '../../engine/words.js';
import type { Viewer } from '../../people/find-session.js';
import { Form } from '../../web/components/form.js';
import { PageHead } from '../../web/components/page-head.js';
import { longDay } from '../../web/dates.js';
import type { PageRequest } from '../../web/page-request.js';
import { paths } from '../../web/paths.js';
import type { HandoverFrame } from '../handover-frame.queries.js';
import { HandoverPage, sidesOfReader } from './handover-page.js';

export interface FeedAddressPageProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly frame: HandoverFrame;
  /** Since when there is an address; null when there is none. */
  readonly madeAt: IsoInstant | null;
  /** The address, right after it was made: never again. */
  readonly address: string | null;
}

/** The reader's own address of the feed. */
export function FeedAddressPage(props: FeedAddressPageProps) {
  const { page, viewer, frame, madeAt, address } = props;
  const { feed, title } = page.texts.calendar;
  const sides = sidesOfReader(frame);
  const lead = sides.includes('secretariat') ? feed.leadAll : sides.length === 0 ? feed.leadObserver : feed.lead;
  const post = paths.calendarFeed(viewer.bodyId, frame.id);
  return (
    <HandoverPage page={page} viewer={viewer} frame={frame} title={feed.title} current="calendar">
      <PageHead above={title} title={feed.title} />
      <div class="prose">
        <p>{lead}</p>
        {address === null ? null : <ShownAddress page={page} address={address} />}
        <p>{feed.secret}</p>
        {address !== null ? null : (
          <p>{madeAt === null ? feed.none : feed.since(longDay(page, localDate(madeAt, viewer.zone)))}</p>
        )}
      </div>
      {madeAt === null ? (
        <Form page={page} action={post} class="buttons">
          <button class="main" type="submit">
            {feed.make}
          </button>
        </Form>
      ) : (
        <div class="feed-forms">
          <Form page={page} action={post}>
            <button type="submit">{feed.renew}</button>
            <p class="hint">{feed.renewHint}</p>
          </Form>
          <Form page={page} action={paths.revokeCalendarFeed(viewer.bodyId, frame.id)}>
            <button type="submit">{feed.revoke}</button>
            <p class="hint">{feed.revokeHint}</p>
          </Form>
        </div>
      )}
      <p class="feed-back">
        <a href={paths.calendar(viewer.bodyId, frame.id)}>{feed.back}</a>
      </p>
    </HandoverPage>
  );
}

function ShownAddress({ page, address }: { readonly page: PageRequest; readonly address: string }) {
  const { feed } = page.texts.calendar;
  return (
    <section class="feed-address" aria-labelledby="address-title">
      <h2 id="address-title" tabindex={-1} data-focus="yes">
        {feed.shownTitle}
      </h2>
      <p>{feed.shown}</p>
      <p class="feed-label" id="address-label">
        {feed.label}
      </p>
      <p class="feed-secret" dir="ltr" role="group" aria-labelledby="address-label">
        {address}
      </p>
      <p>
        <a href={address.replace(/^https?:/, 'webcal:')}>{feed.open}</a>
      </p>
      <p>{feed.how}</p>
    </section>
  );
}
