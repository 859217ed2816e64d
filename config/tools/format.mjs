import { FORMAT } from './checks.mjs';
import { checkNode, installPackages } from './set-up.mjs';
import { runStep } from './steps.mjs';

/** `npm run format`: writes every file as the check of the format wants it. */
checkNode();
installPackages();
const { ok } = await runStep(FORMAT, { shown: true });
process.exitCode = ok ? 0 : 1;
