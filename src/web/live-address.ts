import { isPageLanguage, type PageLanguage } from '../../config/languages/pages.js';
import type { IsoInstant } from '../engine/words.js';
import type { Typed } from './form.js';
import { ownAddress } from './own-address.js';

/** Which open page listens, and what it shows. */
export interface LiveAddress {
  /** Number of the newest entry of the account that it shows. */
  readonly after: number;
  /** The time for which it was written. */
  readonly of: IsoInstant;
  /** Its address, with the query. */
  readonly at: string;
  /** Where in the navigation it stands. */
  readonly place: string;
  readonly language: PageLanguage;
}

/** The same as the query of an address. */
export function liveQuery({ after, of, at, place, language }: LiveAddress): string {
  return `?${new URLSearchParams({ after: String(after), of, at, place, language }).toString()}`;
}

/**
 * Reads such a query. Pages of ours have made it: whatever somebody else made of it is as good as not said.
 * @param lastEventId what a browser that connects again has heard last, in place of what its page showed.
 */
export function readLiveQuery(asked: Typed, lastEventId: unknown, language: PageLanguage): LiveAddress {
  const newest = [lastEventId, asked.after].find((text) => typeof text === 'string' && /^\d{1,15}$/.test(text));
  return {
    after: Number(newest ?? 0),
    of: asked.of ?? '',
    at: ownAddress(asked.at),
    place: asked.place ?? '',
    language: isPageLanguage(asked.language) ? asked.language : language,
  };
}
