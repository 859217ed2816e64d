import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';

/** What an authenticator is asked on a page of ours, as far as this one looks at it. */
interface Asked {
  readonly challenge: string;
}

/** How this authenticator misbehaves. */
export interface Misconduct {
  /** The page it says it was asked by. */
  readonly origin?: string;
  /** The host that it says it was asked for. */
  readonly host?: string;
  readonly challenge?: string;
  /** Whether it looked at its person: fingerprint, face or PIN. */
  readonly verifiesUser?: boolean;
  /** What it says of how often it has signed. */
  readonly count?: number;
}

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HAS_CREDENTIAL = 0x40;

/** An authenticator of WebAuthn in software: one P-256 key for one host. */
export class SoftwarePasskey {
  private readonly id = randomBytes(32);
  private readonly key: KeyObject;
  private readonly coordinates: { readonly x: Buffer; readonly y: Buffer };
  private count = 0;

  /** @param origin of the pages, such as `http://localhost:3000`. */
  constructor(private readonly origin: string) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    this.key = privateKey;
    this.coordinates = { x: Buffer.from(x, 'base64url'), y: Buffer.from(y, 'base64url') };
  }

  /** The answer to being made, in the JSON that our script sends. */
  make(asked: Asked, misconduct: Misconduct = {}): string {
    const clientData = this.clientData('webauthn.create', asked, misconduct);
    const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, this.coseKey()]);
    const authData = Buffer.concat([this.authenticatorData(HAS_CREDENTIAL, misconduct), credential]);
    const attestation = cborMap([
      [cborText('fmt'), cborText('none')],
      [cborText('attStmt'), cborMap([])],
      [cborText('authData'), cborBytes(authData)],
    ]);
    return this.answer({ attestationObject: base64(attestation), clientDataJSON: base64(clientData), transports: [] });
  }

  /** The answer to being used. */
  use(asked: Asked, misconduct: Misconduct = {}): string {
    this.count += 1;
    const clientData = this.clientData('webauthn.get', asked, misconduct);
    const authData = this.authenticatorData(0, misconduct);
    const signed = Buffer.concat([authData, createHash('sha256').update(clientData).digest()]);
    const signature = createSign('sha256').update(signed).sign(this.key);
    const parts = { authenticatorData: base64(authData), clientDataJSON: base64(clientData) };
    return this.answer({ ...parts, signature: base64(signature) });
  }

  private answer(response: object): string {
    const id = base64(this.id);
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response });
  }

  private clientData(type: string, asked: Asked, { origin = this.origin, challenge }: Misconduct): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge: challenge ?? asked.challenge, origin, crossOrigin: false }));
  }

  private authenticatorData(flags: number, { host, verifiesUser = true, count = this.count }: Misconduct): Buffer {
    const hash = createHash('sha256')
      .update(host ?? new URL(this.origin).hostname)
      .digest();
    const counted = Buffer.alloc(4);
    counted.writeUInt32BE(count);
    return Buffer.concat([hash, Buffer.from([flags | USER_PRESENT | (verifiesUser ? USER_VERIFIED : 0)]), counted]);
  }

  /** RFC 9053: EC2, ES256, P-256. */
  private coseKey(): Buffer {
    const { x, y } = this.coordinates;
    return cborMap([
      [Buffer.from([0x01]), Buffer.from([0x02])],
      [Buffer.from([0x03]), Buffer.from([0x26])],
      [Buffer.from([0x20]), Buffer.from([0x01])],
      [Buffer.from([0x21]), cborBytes(x)],
      [Buffer.from([0x22]), cborBytes(y)],
    ]);
  }
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64url');
}

/** RFC 8949: maps, texts and bytes, each with its length written as short as it can be. */
function cborMap(entries: readonly (readonly [Buffer, Buffer])[]): Buffer {
  return Buffer.concat([Buffer.from([0xa0 + entries.length]), ...entries.flat()]);
}

function cborText(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)]);
}

function cborBytes(bytes: Buffer): Buffer {
  const { length } = bytes;
  const head = length < 24 ? [0x40 + length] : length < 256 ? [0x58, length] : [0x59, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), bytes]);
}
