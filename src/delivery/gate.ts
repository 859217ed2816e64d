/** Lets many through together, or one alone: who is to be alone waits until all others are done, and holds back new ones. */
export class Gate {
  private readonly waiting: { readonly alone: boolean; readonly go: () => void }[] = [];
  private inside = 0;
  private oneIsAlone = false;

  async pass<T>(alone: boolean, work: () => Promise<T>): Promise<T> {
    await new Promise<void>((go) => {
      this.waiting.push({ alone, go });
      this.letIn();
    });
    try {
      return await work();
    } finally {
      this.inside -= 1;
      this.oneIsAlone = false;
      this.letIn();
    }
  }

  private letIn(): void {
    for (let [next] = this.waiting; next !== undefined; [next] = this.waiting) {
      if (this.oneIsAlone || (next.alone && this.inside > 0)) return;
      this.waiting.shift();
      this.inside += 1;
      this.oneIsAlone = next.alone;
      next.go();
    }
  }
}
