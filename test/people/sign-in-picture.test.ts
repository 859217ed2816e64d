import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { qrCodeOf, qrPath } from '../../src/web/qr/qr-code.js';

/** The picture in so many letters as it can be told from any other. */
const digest = (text: string): string =>
  createHash('sha256')
    .update(qrPath(qrCodeOf(text)))
    .digest('hex')
    .slice(0, 16);

const APP =
  'otpauth://totp/Chair%20Handover:ma-lead%40ministry.example?issuer=Chair%20Handover&secret=GEZDGNBVGY3TQOJQ';

// These very pictures were read by zbar, an independent reader, as were those of all lengths from 1 to 520.
test.each([
  ['A', 21, '4e2e5dd8eb78fe76'],
  [APP, 37, 'cab5548350c762dc'],
  ['aB3%'.repeat(130), 77, '2f97087e921a9786'],
])('a picture for phones is the one that readers read', (text, size, known) => {
  expect(qrCodeOf(text)).toHaveLength(size);
  expect(digest(text)).toBe(known);
});

test('a text that is too long for a picture is refused', () => {
  expect(() => qrCodeOf('A'.repeat(521))).toThrow(RangeError);
});
