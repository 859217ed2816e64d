/** After the last test. What a test left behind makes this fail, and so the run. */
export default async function tearDown() {
  await globalThis.gavelTestServices?.stop();
}
