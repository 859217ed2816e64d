import { startEmbeddedPostgres } from '../../../src/storage/embedded-postgres.js';

/**
 * A process of its own that uses the embedded server of a directory: says on one line how it got it, and stays until it
 * is killed, or until its standard input ends and it stops in an orderly way.
 */
const [directory] = process.argv.slice(2);
if (directory === undefined) throw new Error('Which directory?');
const { url, adopted, pid, stop } = await startEmbeddedPostgres({ directory, durable: false });
process.stdout.write(`${JSON.stringify({ url, adopted, pid })}\n`);
process.stdin.resume().once('end', () => void stop());
