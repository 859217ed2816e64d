/**
 * The words of the domain as types: docs/glossary.md says what each one means.
 *
 * Dates are ISO calendar dates without a time or zone, instants are ISO 8601 in UTC with
 * milliseconds, zones are IANA names. Offsets from UTC are never stored.
 */

/** A calendar date, `YYYY-MM-DD`. */
export type IsoDate = string;

/** An instant in UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export type IsoInstant = string;

/** Who stands where in a handover. */
export type Side = 'outgoing' | 'incoming' | 'secretariat';

/** Who owns or accepts a task; `joint` is the outgoing and the incoming chair together. */
export type Desk = Side | 'joint';

/** What a person may be given, for a period. Member roles come with the member they speak for. */
export type Role = 'delegate' | 'lead' | 'secretariat' | 'observer';

/** A date that deadlines hang on. */
export type Anchor = 'HANDOVER_DATE' | 'TERM_START' | 'MEETING_START' | 'MEETING_END';

/** The anchors of one handover; an anchor without a date gives tasks without a date. */
export type Anchors = Readonly<Record<Anchor, IsoDate | null>>;

export type DueUnit = 'calendar_days' | 'working_days';

/** When a task is due: so many days from an anchor, negative before it. */
export interface DueRule {
  readonly anchor: Anchor;
  readonly offset: number;
  readonly unit: DueUnit;
}

export type Evidence = 'required' | 'optional' | 'none';
export type Marking = 'public' | 'participants' | 'restricted';
export type Language = 'en' | 'fr' | 'pt';

/** A value that survives canonical JSON; what account entries and gate facts are made of. */
export type Fact = string | number | boolean | null | readonly Fact[] | { readonly [name: string]: Fact };
export type Facts = Readonly<Record<string, Fact>>;
