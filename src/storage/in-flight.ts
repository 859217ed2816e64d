/**
 * The statements of a transaction whose answers have not been waited for yet. They are sent one behind the other without
 * waiting in between, and the server works on them in this order.
 */
export class InFlight {
  private readonly answers: Promise<unknown>[] = [];

  /** Remembers a statement that was sent, and gives its answer for whoever wants to wait for it now. */
  add<T>(answer: Promise<T>): Promise<T> {
    // Its failure is told by `settled`, or by whoever waits for it themselves.
    answer.catch(() => undefined);
    this.answers.push(answer);
    return answer;
  }

  /** Waits until all are answered; throws the first failure: the later ones only say that there was an earlier one. */
  async settled(): Promise<void> {
    for (const answer of this.answers) await answer;
  }
}
