import { testBuild } from '../../config/tools/transpile.mjs';

/** Before the first test: start what all tests share. */
export default async function setUp() {
  const { startServices } = await import(`${testBuild}/test/support/services.js`);
  const services = await startServices();
  globalThis.gavelTestServices = services;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => {
      void services.stop().finally(() => process.exit(130));
    });
  }
}
