import { build, buildIsStale, checkNode, installPackages } from './set-up.mjs';

/** `npm run build`; with --if-stale only where something has changed since. */
checkNode();
installPackages();
if (!process.argv.includes('--if-stale') || buildIsStale()) build();
