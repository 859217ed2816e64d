import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { textsOf, type PageLanguage } from '../../config/languages/pages.js';
import type { PageTexts } from '../../config/languages/en/pages.js';
import type { TaskState } from '../../src/engine/tasks/task.js';
import { paths } from '../../src/web/paths.js';
import type { TestApp } from './app.js';
import type { TestBrowser } from './browser.js';
import { expectAccessible } from './page-quality.js';
import { HANDOVER, RABAT, type PersonId } from './rabat.js';

/** In which language somebody works, and whether scripts run. */
export interface Manner {
  readonly language: PageLanguage;
  readonly javaScript: boolean;
  /** Whether their line is cut on the way. */
  readonly isCut?: boolean;
}

/** Somebody before a window, who finds their way by the words of their language alone. */
export class Walker {
  readonly texts: PageTexts;

  private constructor(
    readonly page: Page,
    private readonly manner: Manner,
  ) {
    this.texts = textsOf(manner.language);
  }

  /** @param address where the application is reached, when that is not its own address. */
  static async at(
    app: TestApp,
    browser: TestBrowser,
    person: PersonId,
    manner: Manner,
    address = app.address,
  ): Promise<Walker> {
    const page = await browser.open({ as: await app.signIn(person), at: address, ...manner });
    return new Walker(page, manner);
  }

  async openTask(taskId: string): Promise<void> {
    await this.page.goto(paths.task(RABAT, HANDOVER, taskId));
  }

  /** A button of the content, by the whole of its words. */
  button(words: string): Locator {
    return this.page.locator('main').getByRole('button', { name: words, exact: true });
  }

  /** A link of the content, by the whole of its words. */
  link(words: string): Locator {
    return this.page.locator('main').getByRole('link', { name: words, exact: true });
  }

  /** A field of the content, by the whole of its label. */
  field(words: string): Locator {
    return this.page.locator('main').getByLabel(words, { exact: true });
  }

  /** Fails unless the page says this of what was done just now, to those who hear it too. */
  async expectNotice(words: string): Promise<void> {
    const notice = this.page.locator('.notice');
    await notice.waitFor();
    expect(plain(await notice.textContent())).toBe(plain(`${this.texts.layout.notice}: ${words}`));
    await this.expectFocus(notice);
    await this.expectGood();
  }

  /** Fails unless the page begins with what is wrong, and names it at the field. */
  async expectError(field: string, words: string): Promise<void> {
    const errors = this.page.locator('.errors');
    await errors.waitFor();
    expect(await errors.locator(`a[href="#${field}"]`).textContent()).toContain(words);
    expect(await this.page.locator(`#${field}-error`).textContent()).toBe(words);
    expect(await this.page.locator(`#${field}`).getAttribute('aria-describedby')).toContain(`${field}-error`);
    await this.expectFocus(errors);
    await this.expectGood();
  }

  /** Fails unless the page of the task shows it in this state. */
  async expectState(state: TaskState): Promise<void> {
    const tag = this.page.locator('.task-actions .tag');
    expect(await tag.textContent()).toBe(this.texts.layout.states[state]);
  }

  /** Fails with the barriers of the page as it is now; without scripts nobody can look for them. */
  async expectGood(): Promise<void> {
    const { language, javaScript } = this.manner;
    if (javaScript) await expectAccessible(this.page, `${language} ${this.page.url()}`);
  }

  private async expectFocus(where: Locator): Promise<void> {
    if (!this.manner.javaScript) return;
    expect(await where.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
  }
}

/** Words without the signs that keep directions apart, which nobody sees. */
function plain(text: string | null): string {
  return (text ?? '').replace(/[\u2066-\u2069\u200e\u200f]/g, '').trim();
}
