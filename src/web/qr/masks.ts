/** A square of modules: true is dark. */
export type QrCode = readonly (readonly boolean[])[];

/** Where each mask turns a module round, so that no picture is all of one shade. */
export const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** How hard it is to read: long runs, blocks, what looks like a finder, and too much of one shade. */
export function penaltyOf(code: QrCode): number {
  const rows = code.map((row) => row.map((isDark) => (isDark ? '1' : '0')).join(''));
  const columns = code.map((_, x) => rows.map((row) => row.charAt(x)).join(''));
  const lines = [...rows, ...columns];
  const runs = lines.flatMap((line) => line.match(/0{5,}|1{5,}/g) ?? []);
  const finders = lines.flatMap((line) => [...line.matchAll(/(?=00001011101|10111010000)/g)]);
  const blocks = rows.slice(1).flatMap((row, y) =>
    row
      .slice(1)
      .split('')
      .filter((shade, x) => {
        const above = rows[y] ?? '';
        return shade === row.charAt(x) && shade === above.charAt(x) && shade === above.charAt(x + 1);
      }),
  );
  const dark = rows.join('').replaceAll('0', '').length;
  const unbalance = Math.floor(Math.abs((dark * 20) / code.length ** 2 - 10));
  return runs.reduce((sum, run) => sum + run.length - 2, 0) + blocks.length * 3 + finders.length * 40 + unbalance * 10;
}
