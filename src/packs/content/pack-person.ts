/** A person as the pack names them. */
export interface PackPerson {
  readonly id: string;
  readonly name: string;
}
