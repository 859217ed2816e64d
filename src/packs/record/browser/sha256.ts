/**
 * SHA-256 (FIPS 180-4) of what comes piece by piece: browsers only digest what is in memory as a whole, and an archive
 * may be larger than that.
 */
const BLOCK = 64;
const PRIMES = firstPrimes(64);
const ROUND = PRIMES.map((prime) => fraction(Math.cbrt(prime)));
const START = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

/** A digest that grows. */
export interface RunningDigest {
  /** Takes the next piece. */
  add(bytes: Uint8Array): void;
  /** The digest of everything; nothing can be added after it. */
  end(): Uint8Array;
}

export function sha256(): RunningDigest {
  const state = Int32Array.from(START);
  const rounds = Int32Array.from(ROUND);
  const words = new Int32Array(BLOCK);
  const rest = new Uint8Array(BLOCK);
  let kept = 0;
  let length = 0;
  const add = (bytes: Uint8Array): void => {
    length += bytes.length;
    let at = 0;
    if (kept > 0) {
      at = Math.min(BLOCK - kept, bytes.length);
      rest.set(bytes.subarray(0, at), kept);
      kept += at;
      if (kept < BLOCK) return;
      compress(state, rounds, words, rest, 0);
      kept = 0;
    }
    for (; at + BLOCK <= bytes.length; at += BLOCK) compress(state, rounds, words, bytes, at);
    rest.set(bytes.subarray(at));
    kept = bytes.length - at;
  };
  const end = (): Uint8Array => {
    const bits = length * 8;
    const padding = new Uint8Array((kept < BLOCK - 8 ? BLOCK : 2 * BLOCK) - kept);
    padding[0] = 0x80;
    const view = new DataView(padding.buffer);
    view.setUint32(padding.length - 8, Math.floor(bits / 2 ** 32));
    view.setUint32(padding.length - 4, bits % 2 ** 32);
    add(padding);
    const digest = new DataView(new ArrayBuffer(32));
    state.forEach((word, index) => digest.setInt32(index * 4, word));
    return new Uint8Array(digest.buffer);
  };
  return { add, end };
}

/** The digest of bytes that are all there. */
export function sha256Of(...parts: readonly Uint8Array[]): Uint8Array {
  const digest = sha256();
  for (const part of parts) digest.add(part);
  return digest.end();
}

/** HMAC-SHA-256 (RFC 2104). */
export function hmacOf(key: Uint8Array, message: Uint8Array): Uint8Array {
  const padded = new Uint8Array(BLOCK);
  padded.set(key.length > BLOCK ? sha256Of(key) : key);
  const inner = sha256Of(
    padded.map((byte) => byte ^ 0x36),
    message,
  );
  return sha256Of(
    padded.map((byte) => byte ^ 0x5c),
    inner,
  );
}

/** Bytes as lower-case hex digits. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function compress(state: Int32Array, rounds: Int32Array, w: Int32Array, bytes: Uint8Array, at: number): void {
  // Typed arrays of fixed length are read within their bounds here; the fallbacks only tell the compiler so.
  const word = (list: Int32Array, index: number): number => list[index] ?? 0;
  const byte = (index: number): number => bytes[at + index] ?? 0;
  for (let i = 0; i < 16; i += 1) {
    w[i] = (byte(4 * i) << 24) | (byte(4 * i + 1) << 16) | (byte(4 * i + 2) << 8) | byte(4 * i + 3);
  }
  for (let i = 16; i < 64; i += 1) {
    const x = word(w, i - 15);
    const y = word(w, i - 2);
    const small = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3);
    const large = turned(y, 17) ^ turned(y, 19) ^ (y >>> 10);
    w[i] = (word(w, i - 16) + small + word(w, i - 7) + large) | 0;
  }
  let [a, b, c, d] = [word(state, 0), word(state, 1), word(state, 2), word(state, 3)];
  let [e, f, g, h] = [word(state, 4), word(state, 5), word(state, 6), word(state, 7)];
  for (let i = 0; i < 64; i += 1) {
    const first = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const one = (h + first + ((e & f) ^ (~e & g)) + word(rounds, i) + word(w, i)) | 0;
    const second = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const two = (second + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((value, index) => {
    state[index] = (word(state, index) + value) | 0;
  });
}

function turned(value: number, by: number): number {
  return (value >>> by) | (value << (32 - by));
}

/** The first 32 bits behind the point. */
function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let number = 2; primes.length < count; number += 1) {
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  }
  return primes;
}
