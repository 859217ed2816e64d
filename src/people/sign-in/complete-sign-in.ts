import { Injectable } from '@nestjs/common';
import { EndSession } from '../end-session.js';
import { FindSession } from '../find-session.js';
import { OpenSession, type Means } from '../open-session.js';
import { HalfSessions, type HalfSession } from './half-sessions.js';

/** What a browser brings along when a sign-in is completed in it. */
export interface BrowserThen {
  /** What it calls itself. */
  readonly name: string | null;
  /** The secret of the session that it had so far. */
  readonly session: string | null;
}

/** Makes a session of what somebody has proved: a new one each time, and the end of what led to it. */
@Injectable()
export class CompleteSignIn {
  constructor(
    private readonly openSession: OpenSession,
    private readonly findSession: FindSession,
    private readonly endSession: EndSession,
    private readonly halves: HalfSessions,
  ) {}

  /** Gives the secret of the new session; null when the person has left meanwhile. */
  async execute(
    half: HalfSession,
    halves: readonly HalfSession[],
    means: Means,
    browser: BrowserThen,
  ): Promise<string | null> {
    const secret = await this.openFor(half, means, browser);
    await this.halves.end(halves);
    return secret;
  }

  /** The same for somebody whose organisation has vouched for them. */
  async openFor(
    { bodyId, personId }: Pick<HalfSession, 'bodyId' | 'personId'>,
    means: Means,
    browser: BrowserThen,
  ): Promise<string | null> {
    const secret = await this.openSession.execute(bodyId, personId, means, browser.name);
    const before = browser.session === null ? null : await this.findSession.execute(browser.session);
    if (before !== null) await this.endSession.execute(before, before.sessionId);
    return secret;
  }
}
