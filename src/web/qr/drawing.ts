import { MASKS, penaltyOf, type QrCode } from './masks.js';

/** Level L in the format bits, before the mask. */
const LEVEL_L = 0b01;

/** The square: its fixed patterns are drawn first, and data goes around them. */
export class Drawing {
  private readonly size: number;
  private readonly dark: boolean[][];
  private readonly fixed: boolean[][];

  constructor(private readonly version: number) {
    this.size = version * 4 + 17;
    const empty = (): boolean[][] => Array.from({ length: this.size }, () => Array<boolean>(this.size).fill(false));
    this.dark = empty();
    this.fixed = empty();
    this.drawPatterns();
  }

  /** In columns of two from the right, up and down in turn, past the fixed patterns. */
  place(words: readonly number[]): void {
    let next = 0;
    for (let right = this.size - 1; right >= 1; right -= 2) {
      if (right === 6) right = 5;
      const isUpward = ((right + 1) & 2) === 0;
      for (let step = 0; step < this.size; step++) {
        const y = isUpward ? this.size - 1 - step : step;
        for (const x of [right, right - 1]) {
          if (this.isFixed(x, y) || next >= words.length * 8) continue;
          this.row(this.dark, y)[x] = bitOf(words, next);
          next += 1;
        }
      }
    }
  }

  /** With the mask that makes it easiest to read; of two alike the first. */
  masked(): QrCode {
    const all = MASKS.map((mask, number) => {
      this.drawFormat(number);
      return this.dark.map((row, y) => row.map((isDark, x) => isDark !== (!this.isFixed(x, y) && mask(x, y))));
    });
    const penalties = all.map(penaltyOf);
    const best = all[penalties.indexOf(Math.min(...penalties))];
    if (best === undefined) throw new Error('There are eight masks');
    return best;
  }

  private drawPatterns(): void {
    for (let index = 0; index < this.size; index++) {
      this.draw(6, index, index % 2 === 0);
      this.draw(index, 6, index % 2 === 0);
    }
    for (const [x, y] of [
      [3, 3],
      [this.size - 4, 3],
      [3, this.size - 4],
    ] as const)
      this.drawFinder(x, y);
    const places = this.alignments();
    const last = places.length - 1;
    places.forEach((x, column) => {
      places.forEach((y, row) => {
        const isFinder = (row === 0 && (column === 0 || column === last)) || (row === last && column === 0);
        if (!isFinder) this.drawAlignment(x, y);
      });
    });
    this.drawFormat(0);
    this.drawVersion();
  }

  private alignments(): number[] {
    if (this.version === 1) return [];
    const count = Math.floor(this.version / 7) + 2;
    const step = Math.floor((this.version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2;
    const later = Array.from({ length: count - 1 }, (_, index) => this.size - 7 - index * step);
    return [6, ...later.reverse()];
  }

  private drawFinder(x: number, y: number): void {
    for (let down = -4; down <= 4; down++) {
      for (let along = -4; along <= 4; along++) {
        const distance = Math.max(Math.abs(along), Math.abs(down));
        this.draw(x + along, y + down, distance !== 2 && distance !== 4);
      }
    }
  }

  private drawAlignment(x: number, y: number): void {
    for (let down = -2; down <= 2; down++) {
      for (let along = -2; along <= 2; along++) {
        this.draw(x + along, y + down, Math.max(Math.abs(along), Math.abs(down)) !== 1);
      }
    }
  }

  /** Level and mask, twice, with their own error correction. */
  private drawFormat(mask: number): void {
    const data = (LEVEL_L << 3) | mask;
    let rest = data;
    for (let step = 0; step < 10; step++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
    const bits = ((data << 10) | rest) ^ 0x5412;
    const bit = (index: number): boolean => ((bits >>> index) & 1) === 1;
    for (let index = 0; index <= 5; index++) this.draw(8, index, bit(index));
    this.draw(8, 7, bit(6));
    this.draw(8, 8, bit(7));
    this.draw(7, 8, bit(8));
    for (let index = 9; index < 15; index++) this.draw(14 - index, 8, bit(index));
    for (let index = 0; index < 8; index++) this.draw(this.size - 1 - index, 8, bit(index));
    for (let index = 8; index < 15; index++) this.draw(8, this.size - 15 + index, bit(index));
    this.draw(8, this.size - 8, true);
  }

  private drawVersion(): void {
    if (this.version < 7) return;
    let rest = this.version;
    for (let step = 0; step < 12; step++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
    const bits = (this.version << 12) | rest;
    for (let index = 0; index < 18; index++) {
      const isDark = ((bits >>> index) & 1) === 1;
      const far = this.size - 11 + (index % 3);
      const near = Math.floor(index / 3);
      this.draw(far, near, isDark);
      this.draw(near, far, isDark);
    }
  }

  private draw(x: number, y: number, isDark: boolean): void {
    if (x < 0 || y < 0 || x >= this.size || y >= this.size) return;
    this.row(this.dark, y)[x] = isDark;
    this.row(this.fixed, y)[x] = true;
  }

  private isFixed(x: number, y: number): boolean {
    return this.row(this.fixed, y)[x] === true;
  }

  private row(rows: boolean[][], y: number): boolean[] {
    const row = rows[y];
    if (row === undefined) throw new RangeError(`There is no row ${String(y)}`);
    return row;
  }
}

function bitOf(words: readonly number[], index: number): boolean {
  return (((words[index >>> 3] ?? 0) >>> (7 - (index & 7))) & 1) === 1;
}
