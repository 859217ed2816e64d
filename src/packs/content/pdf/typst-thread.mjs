// Sets documents in a thread of its own, so that whoever waits for other things does not wait for this.
import typst from '@myriaddreamin/typst-ts-node-compiler';
import { parentPort, workerData } from 'node:worker_threads';

/** How many documents long what was worked out for one is kept for the next. */
const KEPT_FOR = 4;

const compiler = typst.NodeCompiler.create({
  fontArgs: [{ fontBlobs: workerData.fonts.map((font) => Buffer.from(font)) }],
  workspace: workerData.workspace,
});

parentPort.on('message', ({ number, source, data, standard }) => {
  try {
    const pdf = compiler.pdf({ mainFileContent: source, inputs: { data } }, { pdfStandard: standard });
    parentPort.postMessage({ number, pdf: new Uint8Array(pdf) });
  } catch (error) {
    parentPort.postMessage({ number, problem: problemOf(error) });
  } finally {
    compiler.evictCache(KEPT_FOR);
  }
});

function problemOf(error) {
  try {
    const found = compiler.fetchDiagnostics(error);
    if (found.length > 0) return found.map(({ message }) => message).join('; ');
  } catch {
    // It is no error of a document.
  }
  return String(error?.message ?? error);
}
