import type { ComponentChildren } from 'preact';
import { LANGUAGE_NAMES, PAGE_LANGUAGES } from '../../config/languages/pages.js';
import { assets } from './assets.js';
import { CHANGED_ID } from './components/changed-box.js';
import { DemoBar } from './components/demo-bar.js';
import { NoticeBox } from './components/notice-box.js';
import { writtenOnce } from './components/written-once.js';
import { OVER } from './event-stream.js';
import type { PageRequest } from './page-request.js';
import { paths } from './paths.js';

/** A place that the navigation leads to. */
export interface Place {
  readonly address: string;
  readonly name: string;
  readonly current: boolean;
  /** How many things wait there for the reader. */
  readonly waiting?: number;
}

export interface LayoutProps {
  readonly page: PageRequest;
  /** The heading of the page; the browser's title has the body's name behind it. */
  readonly title: string;
  readonly places?: readonly Place[];
  /** As what the reader is here, such as "Incoming chair, Portugal". */
  readonly standing?: string;
  /** Whether a form on the page was refused. */
  readonly hasErrors?: boolean;
  /** Where the page hears what happens while it is open; left out for pages on which nothing does. */
  readonly listensAt?: string | undefined;
  /** The address of a script that this page has beside those of every page. */
  readonly script?: string | undefined;
  /** The same of a stylesheet. */
  readonly style?: string | undefined;
  readonly children: ComponentChildren;
}

/** What stands around the content of every page. */
export function Layout(props: LayoutProps) {
  const { page, title, places = [], standing, hasErrors = false, listensAt, script, style, children } = props;
  const { texts, viewer, language, direction } = page;
  const whole = viewer === null ? texts.layout.product : viewer.bodyName;
  return (
    <html lang={language} dir={direction}>
      <head>
        <meta charset="utf-8" />
        <title>{`${hasErrors ? texts.layout.errorTitle(title) : title} – ${whole}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#142c47" />
        <Loaded page={page} style={style} script={script} />
      </head>
      <body>
        <a class="skip" href="#content">
          {texts.layout.skip}
        </a>
        <TopBar page={page} standing={standing} />
        {viewer?.isDemo === true ? <DemoBar page={page} viewer={viewer} /> : null}
        {places.length > 0 ? <MainNav page={page} places={places} /> : null}
        <main id="content" class="wrap" tabindex={-1}>
          <NoticeBox page={page} />
          {listensAt === undefined ? null : (
            <div {...listening(listensAt)}>
              <div id={CHANGED_ID} />
            </div>
          )}
          {children}
        </main>
        <p id="say" class="unseen" role="status" />
        <Footer
          page={page}
          of={viewer === null ? texts.layout.product : `${viewer.bodyName} · ${viewer.secretariatName}`}
        />
      </body>
    </html>
  );
}

/** The files that the browser loads for it. */
const Loaded = writtenOnce<Pick<LayoutProps, 'style' | 'script'>>(({ page: { language }, style, script }) => (
  <>
    <link rel="icon" href={assets.icon} />
    {language === 'ar' ? null : (
      <link rel="preload" href={assets.mainFont} as="font" type="font/woff2" crossorigin="anonymous" />
    )}
    <link rel="stylesheet" href={assets.style} />
    {style === undefined ? null : <link rel="stylesheet" href={style} />}
    <script src={assets.script} defer />
    {script === undefined ? null : <script src={script} defer />}
  </>
));

/** JSX has no names with a colon in them. */
function listening(address: string) {
  return { 'hx-sse:connect': address, 'hx-sse:close': OVER, 'hx-swap': 'none' };
}

function TopBar({ page, standing }: { readonly page: PageRequest; readonly standing: string | undefined }) {
  const { texts, viewer, formToken } = page;
  return (
    <header class="top">
      <div class="wrap top-row">
        <Brand page={page} />
        {viewer === null ? null : (
          <div class="who">
            <a class="who-name" href={paths.settings}>
              <bdi>{viewer.name}</bdi>
            </a>
            {standing === undefined ? null : <span class="who-standing">{standing}</span>}
            <form method="post" action={paths.signOut}>
              <input type="hidden" name="formToken" value={formToken} />
              <button class="plain" type="submit">
                {texts.layout.signOut}
              </button>
            </form>
          </div>
        )}
        <LanguageSwitch page={page} />
      </div>
    </header>
  );
}

const Brand = writtenOnce(({ page: { texts } }) => (
  <a class="brand" href={paths.start}>
    <svg class="brand-mark" viewBox="0 0 44 18" width="40" height="16" aria-hidden="true">
      <rect class="mark-out" x="0" y="2" width="30" height="4" rx="2" />
      <rect class="mark-in" x="14" y="11" width="30" height="4" rx="2" />
    </svg>
    {texts.layout.product}
  </a>
));

function LanguageSwitch({ page }: { readonly page: PageRequest }) {
  return (
    <nav class="languages" aria-label={page.texts.layout.languages}>
      {PAGE_LANGUAGES.map((language) => (
        <a
          key={language}
          href={paths.language(language, page.address)}
          lang={language}
          hreflang={language}
          class={language === 'ar' ? 'in-arabic' : undefined}
          aria-current={language === page.language ? 'true' : undefined}
        >
          {LANGUAGE_NAMES[language]}
        </a>
      ))}
    </nav>
  );
}

function MainNav({ page, places }: { readonly page: PageRequest; readonly places: readonly Place[] }) {
  return (
    <nav class="main-nav" aria-label={page.texts.layout.mainNavigation}>
      <PlaceList page={page} places={places} />
    </nav>
  );
}

/** The places, with how much waits in each. */
export const PlaceList = writtenOnce<{ readonly places: readonly Place[] }>(({ page, places }) => (
  <ul class="wrap" id="places">
    {places.map(({ address, name, current, waiting = 0 }) => (
      <li key={address}>
        <a href={address} aria-current={current ? 'page' : undefined}>
          {name}
          {waiting > 0 ? (
            <span class="count">
              <span aria-hidden="true">{waiting}</span>
              <span class="unseen">{page.texts.layout.waitsForYou(waiting)}</span>
            </span>
          ) : null}
        </a>
      </li>
    ))}
  </ul>
));

const Footer = writtenOnce<{ readonly of: string }>(({ page: { texts }, of }) => (
  <footer class="foot">
    <div class="wrap foot-row">
      <p>{of}</p>
      <ul>
        <li>
          <a href={paths.help}>{texts.layout.help}</a>
        </li>
        <li>
          <a href={paths.accessibility}>{texts.layout.accessibility}</a>
        </li>
        <li>
          <a href={paths.personalData}>{texts.layout.personalData}</a>
        </li>
      </ul>
    </div>
  </footer>
));
