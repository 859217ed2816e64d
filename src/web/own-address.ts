import { paths } from './paths.js';

const OURS = /^\/(?![/\\])[\x21-\x7e]*$/;

/** The address that was asked for where it is one of ours, else the start: a link may not lead elsewhere by way of us. */
export function ownAddress(asked: string | undefined): string {
  return asked !== undefined && OURS.test(asked) ? asked : paths.start;
}
