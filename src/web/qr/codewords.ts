/**
 * What a QR code holds (ISO/IEC 18004): bytes at error correction level L, in versions 1 to 15.
 */

/** Codewords of error correction in each block, and blocks, by version; there is no version 0. */
const CORRECTION = [0, 7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22] as const;
const BLOCKS = [0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6] as const;
const LAST_VERSION = 15;

const BYTE_MODE = 0b0100;
const PADDING = [0xec, 0x11] as const;

/** The smallest version that has room for so many bytes. Throws a RangeError when none has. */
export function versionFor(length: number): number {
  for (let version = 1; version <= LAST_VERSION; version++) {
    if (4 + lengthBits(version) + 8 * length <= 8 * dataCodewords(version)) return version;
  }
  throw new RangeError('Too long for a QR code of version 15');
}

/** The codewords of these bytes with their error correction, in the order in which they are drawn. */
export function codewordsOf(bytes: Buffer, version: number): number[] {
  return interleaved(dataOf(bytes, version), version);
}

/** Modules that hold data or correction, as a number of bits. */
function bitsIn(version: number): number {
  const alignments = Math.floor(version / 7) + 2;
  const all = (16 * version + 128) * version + 64;
  if (version === 1) return all;
  return all - ((25 * alignments - 10) * alignments - 55) - (version < 7 ? 0 : 36);
}

function dataCodewords(version: number): number {
  return Math.floor(bitsIn(version) / 8) - at(CORRECTION, version) * at(BLOCKS, version);
}

function lengthBits(version: number): number {
  return version < 10 ? 8 : 16;
}

/** Mode, length, bytes, an end, and padding to the last codeword. */
function dataOf(bytes: Buffer, version: number): number[] {
  const room = dataCodewords(version) * 8;
  const numbers: readonly (readonly [value: number, bits: number])[] = [
    [BYTE_MODE, 4],
    [bytes.length, lengthBits(version)],
    ...[...bytes].map((byte) => [byte, 8] as const),
  ];
  const bits = numbers.map(([value, count]) => value.toString(2).padStart(count, '0')).join('');
  const ended = bits.padEnd(Math.min(room, bits.length + 4), '0');
  const whole = ended.padEnd(Math.ceil(ended.length / 8) * 8, '0');
  const words = (whole.match(/.{8}/g) ?? []).map((word) => Number.parseInt(word, 2));
  for (let pad = 0; words.length < room / 8; pad++) words.push(at(PADDING, pad % 2));
  return words;
}

/** Blocks with their error correction, the first codeword of each, then the second, and so on. */
function interleaved(data: readonly number[], version: number): number[] {
  const count = at(BLOCKS, version);
  const correction = at(CORRECTION, version);
  const short = Math.floor(data.length / count);
  const longer = data.length % count;
  const generator = generatorOf(correction);
  const blocks: (readonly number[])[] = [];
  for (let block = 0, from = 0; block < count; block++) {
    const length = short + (block >= count - longer ? 1 : 0);
    blocks.push(data.slice(from, from + length));
    from += length;
  }
  const corrections = blocks.map((block) => remainderOf(block, generator));
  return [...taken(blocks, short + 1), ...taken(corrections, correction)];
}

function taken(blocks: readonly (readonly number[])[], length: number): number[] {
  return Array.from({ length }, (_, index) => blocks.flatMap((block) => block[index] ?? [])).flat();
}

/** The product of (x - 2^i) for so many i, without its first coefficient, which is 1. */
function generatorOf(degree: number): number[] {
  const coefficients: number[] = Array.from({ length: degree }, (_, index) => (index === degree - 1 ? 1 : 0));
  let root = 1;
  for (let factor = 0; factor < degree; factor++) {
    for (let index = 0; index < degree; index++) {
      coefficients[index] = product(at(coefficients, index), root) ^ (coefficients[index + 1] ?? 0);
    }
    root = product(root, 2);
  }
  return coefficients;
}

/** What is left of a block divided by the generator: its error correction. */
function remainderOf(block: readonly number[], generator: readonly number[]): number[] {
  const rest: number[] = generator.map(() => 0);
  for (const word of block) {
    const factor = word ^ (rest.shift() ?? 0);
    rest.push(0);
    generator.forEach((coefficient, index) => {
      rest[index] = at(rest, index) ^ product(coefficient, factor);
    });
  }
  return rest;
}

/** In the field of 256 elements by x^8 + x^4 + x^3 + x^2 + 1. */
function product(one: number, other: number): number {
  let result = 0;
  for (let bit = 7; bit >= 0; bit--) {
    result = (result << 1) ^ ((result >>> 7) * 0x11d);
    result ^= ((other >>> bit) & 1) * one;
  }
  return result;
}

function at(list: readonly number[], index: number): number {
  const value = list[index];
  if (value === undefined) throw new RangeError(`There is no number ${String(index)}`);
  return value;
}
