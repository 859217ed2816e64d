import { isFQDN, isIP, ValidateBy } from 'class-validator';

/** One rule of the environment: when it holds, and what it asks for in the words of the error. */
function rule(name: string, holds: (value: unknown) => boolean, reason: string): PropertyDecorator {
  return ValidateBy({ name, validator: { validate: holds, defaultMessage: () => reason } });
}

/** The address of a server, with a host and one of these protocols (each with its colon). */
export function IsUrl(protocols: readonly string[], example: string): PropertyDecorator {
  const holds = (value: unknown) => {
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

function parse(value: unknown): URL | null {
  return typeof value === 'string' && URL.canParse(value) ? new URL(value) : null;
}
