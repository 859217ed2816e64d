/**
 * Loaded before a program that a fault run starts: ends it when whoever started it has ended, in whatever way. Its
 * standard input is a pipe that nobody writes to, and which the kernel closes.
 */
process.stdin.once('end', () => process.kill(process.pid, 'SIGKILL')).resume();
// A program that has nothing more to do ends all the same.
process.stdin.unref();
