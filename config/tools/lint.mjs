import { runChecks } from './checks.mjs';
import { checkNode, installPackages } from './set-up.mjs';
import { endWithSteps } from './steps.mjs';

/** `npm run lint`: all checks that `npm test` makes, without the tests. */
checkNode();
installPackages();
endWithSteps();
const { failed } = await runChecks();
process.exitCode = failed === 0 ? 0 : 1;
