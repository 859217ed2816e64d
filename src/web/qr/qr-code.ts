import { codewordsOf, versionFor } from './codewords.js';
import { Drawing } from './drawing.js';
import type { QrCode } from './masks.js';

/**
 * The QR code of a text of 520 bytes at most, without the light margin of four modules that it needs around it. A screen
 * that is held in front of a phone is clean, so the lowest level of error correction does, and its modules are the largest.
 * Throws a RangeError for a text that is too long.
 */
export function qrCodeOf(text: string): QrCode {
  const bytes = Buffer.from(text, 'utf8');
  const version = versionFor(bytes.length);
  const drawing = new Drawing(version);
  drawing.place(codewordsOf(bytes, version));
  return drawing.masked();
}

/** The dark modules as the path of an SVG in which a module is one unit. */
export function qrPath(code: QrCode): string {
  return code
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${String(x)} ${String(y)}h1v1h-1z` : '')))
    .join('');
}
