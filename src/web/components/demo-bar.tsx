import type { Viewer } from '../../people/find-session.js';
import { dayAndTime, placeOf } from '../dates.js';
import type { PageRequest } from '../page-request.js';
import { DEMO } from '../demo-paths.js';

/** In a demo: what the virtual clock shows, and buttons that move it. */
export function DemoBar({ page, viewer }: { readonly page: PageRequest; readonly viewer: Viewer }) {
  const { demoClock } = page.texts.layout;
  const steps = [
    ['hour', demoClock.hour],
    ['day', demoClock.day],
    ['next', demoClock.next],
  ] as const;
  return (
    <aside class="demo" aria-label={demoClock.title}>
      <form class="wrap demo-row" method="post" action={DEMO.clock}>
        <input type="hidden" name="formToken" value={page.formToken} />
        <input type="hidden" name="back" value={page.address} />
        <p>
          <span class="demo-title">{demoClock.title}</span> <DemoNow page={page} viewer={viewer} />{' '}
          <span>({placeOf(page, viewer.zone)})</span>
        </p>
        <p class="demo-steps">
          {steps.map(([step, text]) => (
            <button key={step} class="small" type="submit" name="step" value={step}>
              {text}
            </button>
          ))}
          <a href={DEMO.mailbox}>{demoClock.mailbox}</a>
        </p>
      </form>
    </aside>
  );
}

/** What the clock shows, also where it is moved by others while the page is open. */
export function DemoNow({ page, viewer }: { readonly page: PageRequest; readonly viewer: Viewer }) {
  return (
    <time id="demo-now" dateTime={viewer.now}>
      {dayAndTime(page, viewer.now, viewer.zone)}
    </time>
  );
}
