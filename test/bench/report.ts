/** How long a run takes its time. */
export interface Effort {
  readonly rounds: number;
  /** Of one contestant's turn. */
  readonly seconds: number;
}
