/** Those that call themselves by several names come before those whose names they borrow. */
const BROWSERS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Headless)?Chrom(?:e|ium)\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\bWindows\b/, 'Windows'],
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

/** A browser as its owner would call it, from what it says of itself; as it said it where that is none we know. */
export function browserName(said: string | null): string | null {
  if (said === null) return null;
  const browser = BROWSERS.find(([pattern]) => pattern.test(said))?.[1];
  if (browser === undefined) return said.slice(0, 60);
  const system = SYSTEMS.find(([pattern]) => pattern.test(said))?.[1];
  return system === undefined ? browser : `${browser}, ${system}`;
}
