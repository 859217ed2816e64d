import { afterAll, expect, test } from '@jest/globals';
import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { PageLanguage } from '../../config/languages/pages.js';
import type { Visitor } from './visitor.js';

/** Who opens a browser, and how it is set. */
export interface Sitting {
  /** `app.signIn(person)`; left out for somebody who is not signed in. */
  readonly as?: Visitor;
  /** Where addresses without a host lead: `app.address`. */
  readonly at: string;
  readonly language?: PageLanguage;
  /** Whether scripts run; they do when it is not said. */
  readonly javaScript?: boolean;
  /** CSS pixels. */
  readonly width?: number;
  /** Whether its line is cut on the way: then what the browser says of that is no error. */
  readonly isCut?: boolean;
}

/** Pages that refuse something are what many tests are about. */
const REFUSED = /the server responded with a status of 4\d\d/;
/** What a browser, and htmx in it, says of a line that was cut. */
const BROKEN = /Failed to load resource: net::ERR_|htmx:sse:error: (network error|Failed to fetch)/;

/** The browser of a test. */
export class TestBrowser {
  private readonly sittings: BrowserContext[] = [];
  private readonly troubles: string[] = [];

  constructor(private readonly browser: Browser) {}

  /** A window of its own, with its own cookies: `goto` takes addresses as they stand on our pages. */
  async open({ as, at, language, javaScript = true, width = 1280, isCut = false }: Sitting): Promise<Page> {
    const context = await this.browser.newContext({
      baseURL: at,
      javaScriptEnabled: javaScript,
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
    });
    this.sittings.push(context);
    context.on('weberror', (found) => this.troubles.push(`${found.error()}`));
    context.on('console', (line) => {
      if (line.type() === 'error' && !REFUSED.test(line.text()) && !(isCut && BROKEN.test(line.text()))) {
        this.troubles.push(`${line.location().url}: ${line.text()}`);
      }
    });
    const session = as?.secret == null ? [] : [{ name: 'gavel-session', value: as.secret, url: at }];
    const chosen = language === undefined ? [] : [{ name: 'gavel-language', value: language, url: at }];
    await context.addCookies([...session, ...chosen]);
    return context.newPage();
  }

  /** Closes all windows, and gives the errors that they logged: scripts that failed, and what the policy kept out. */
  async closeAll(): Promise<readonly string[]> {
    for (const context of this.sittings.splice(0)) await context.close();
    return this.troubles.splice(0);
  }
}

/** With windows, and without them: what it draws is the same, and it starts in half the time. */
const whole = findProgram(process.env.GAVEL_CHROMIUM ?? 'chromium');
const shell = findProgram(process.env.GAVEL_CHROMIUM_SHELL ?? '') ?? whole;

const running = new Map<string, Promise<Browser>>();

function browserOf(program: string): Promise<Browser> {
  const browser = running.get(program) ?? chromium.launch({ executablePath: program });
  running.set(program, browser);
  return browser;
}

async function closeBrowsers(): Promise<void> {
  const browsers = [...running.values()];
  running.clear();
  for (const browser of browsers) await (await browser).close();
}

/**
 * A test in a real browser. Its name ends in `[Chromium]`, by which `npm test` counts it; where there is no Chromium it
 * is left out and named. Windows are closed at its end, and an error that one of them logged fails it.
 */
export function inChromium(rule: string, body: Body, timeout?: number): void {
  inBrowser(shell, rule, body, timeout);
}

/** The same in the whole of it, for what only that can do, such as showing a PDF. */
export function inWholeChromium(rule: string, body: Body, timeout?: number): void {
  inBrowser(whole, rule, body, timeout);
}

type Body = (browser: TestBrowser) => Promise<void>;

function inBrowser(program: string | null, rule: string, body: Body, timeout: number | undefined): void {
  const orNot = program === null ? test.skip : test;
  afterAll(closeBrowsers);
  orNot(
    `${rule} [Chromium]`,
    async () => {
      const browser = new TestBrowser(await browserOf(program ?? ''));
      try {
        await body(browser);
      } catch (error) {
        await browser.closeAll();
        throw error;
      }
      expect(await browser.closeAll()).toEqual([]);
    },
    timeout,
  );
}

/** The path of a program; null where it is not there, and for an empty name. */
function findProgram(name: string): string | null {
  const folders = isAbsolute(name) ? [''] : (process.env.PATH ?? '').split(delimiter);
  return name === '' ? null : (folders.map((folder) => join(folder, name)).find(isProgram) ?? null);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
