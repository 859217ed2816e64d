import { isFQDN, isIP, ValidateBy, type ValidationArguments } from 'class-validator';

/** One rule of the environment: when it holds, and what it asks for in the words of the error. */
function rule(
  name: string,
  holds: (value: unknown, all: Readonly<Record<string, unknown>>) => boolean,
  reason: string,
): PropertyDecorator {
  const validate = (value: unknown, by?: ValidationArguments): boolean =>
    holds(value, (by?.object ?? {}) as Readonly<Record<string, unknown>>);
  return ValidateBy({ name, validator: { validate, defaultMessage: () => reason } });
}

/** The address of a server, with a host and one of these protocols (each with its colon), where one is given. */
export function IsUrl(protocols: readonly string[], example: string): PropertyDecorator {
  const holds = (value: unknown) => {
    if (value === null) return true;
    const url = parse(value);
    return url !== null && protocols.includes(url.protocol) && url.hostname !== '';
  };
  return rule('isUrl', holds, `has to be an address such as ${example}`);
}

/** Where browsers find this installation: http or https, and nothing behind the host and port. */
export function IsWebAddress(): PropertyDecorator {
  const holds = (value: unknown) => {
    const url = parse(value);
    return url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  };
  return rule(
    'isWebAddress',
    holds,
    'has to be an http or https address without a path, such as https://gavel.example',
  );
}

export function IsHost(): PropertyDecorator {
  const holds = (value: unknown) => isIP(value) || isFQDN(value, { require_tld: false });
  return rule('isHost', holds, 'has to be an IP address or a host name');
}

/** Whole numbers, both ends included. */
export function IsWholeNumber(least: number, most: number): PropertyDecorator {
  const holds = (value: unknown) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
  return rule('isWholeNumber', holds, `has to be a whole number from ${least} to ${most}`);
}

export function IsTrueOrFalse(): PropertyDecorator {
  return rule('isTrueOrFalse', (value) => typeof value === 'boolean', 'has to be true or false');
}

/** Given where any of these is given. @param whole what they are the settings of. */
export function IsGivenWith(whole: string, properties: readonly string[]): PropertyDecorator {
  const holds = (value: unknown, all: Readonly<Record<string, unknown>>) =>
    value !== null || properties.every((property) => all[property] === null);
  return rule('isGivenWith', holds, `has to be given too: ${whole} needs all of its settings`);
}

/** An https address without a query; on this very machine http will do, for trying out. */
export function IsIssuer(): PropertyDecorator {
  const holds = (value: unknown) => {
    if (value === null) return true;
    const url = parse(value);
    if (url === null || url.search !== '' || url.hash !== '') return false;
    return (
      url.protocol === 'https:' ||
      (url.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname))
    );
  };
  return rule('isIssuer', holds, 'has to be an https address such as https://login.ministry.example');
}

/** Addresses of machines, or networks such as 10.0.0.0/8. */
export function IsProxyList(): PropertyDecorator {
  const isOne = (part: unknown): boolean => {
    const [address = '', bits, ...more] = String(part).split('/');
    const widest = address.includes(':') ? 128 : 32;
    return (
      isIP(address) && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= widest))
    );
  };
  const holds = (value: unknown) => Array.isArray(value) && value.every(isOne);
  return rule('isProxyList', holds, 'has to be a list of IP addresses or networks, such as 10.0.0.0/8, 127.0.0.1');
}

function parse(value: unknown): URL | null {
  return typeof value === 'string' && URL.canParse(value) ? new URL(value) : null;
}
