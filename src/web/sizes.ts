import type { PageRequest } from './page-request.js';

/** How large a file is, in the largest unit of which it has one: `214 kB`, `1.2 MB`. @param bytes counted. */
export function fileSize({ locale }: Pick<PageRequest, 'locale'>, bytes: number): string {
  const [unit, size] =
    bytes < 1_000 ? ['byte', bytes] : bytes < 1_000_000 ? ['kilobyte', bytes / 1_000] : ['megabyte', bytes / 1_000_000];
  const maximumFractionDigits = unit === 'megabyte' ? 1 : 0;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits }).format(
    size,
  );
}
