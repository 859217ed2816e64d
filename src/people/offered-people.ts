/** People whom anyone may be, offered on the sign-in page. Only a demo has such. */
export const OFFERED_PEOPLE = Symbol('offered people');

export interface OfferedPerson {
  readonly id: string;
  readonly name: string;
  /** With which they may also sign in the long way. */
  readonly mail: string;
}

export interface OfferedPeople {
  /** None where the database is not one that a demo made. */
  list(): Promise<readonly OfferedPerson[]>;
}
