import { codeOf, Outage } from '../storage/outage.js';

/** The disk is full, or not ours to write on just now: what was asked may be asked again. */
const DISK_TROUBLE = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EMFILE', 'ENFILE']);

/** The same error, or an Outage around it when it is the disk that is the trouble. */
export function asStoreOutage(error: unknown): unknown {
  return DISK_TROUBLE.has(codeOf(error)) ? storeOutage(error) : error;
}

/** The store of documents cannot be used just now. */
export function storeOutage(cause: unknown): Outage {
  return new Outage('The store of documents cannot be reached', cause);
}
