/** From the most to the least derived: each may import those after it, never those before. */
const FEATURES = ['delivery', 'packs', 'handovers', 'terms', 'people'];

/** Written by every use case, so they stand below all features. */
const LEDGERS = ['audit', 'notifications'];

const folder = (...names) => `^src/(${names.join('|')})/`;
const FEATURE_OR_LEDGER = folder(...FEATURES, ...LEDGERS);

/** Files of a feature that are not use cases: what the web and the queue call, what is set for people to read, and what wires them. */
const NOT_USE_CASES = String.raw`\.(api|pages|forms|views|module|processor)\.tsx?$|/(views|pdf)/`;
const WEB = String.raw`^src/(web|api)/|(^|/)node_modules/(fastify|@fastify|@nestjs/platform-fastify)/`;
/** Every address is built in one place, for pages and mails alike. */
const ADDRESSES = String.raw`^src/web/paths\.ts$`;
const QUEUE = String.raw`(^|/)node_modules/(bullmq|@nestjs/bullmq)/`;
const SWAGGER = String.raw`(^|/)node_modules/@nestjs/swagger/`;
const STARTERS = String.raw`^src/(main|worker|cli|create-app|app\.module|worker\.module)\.ts$|^src/(demo|commands)/`;
const CONTROLLERS = String.raw`\.(api|pages)\.tsx?$`;

const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const rules = [
  never('no-circles', 'Two files that need each other are one file, or miss a third.', {}, { circular: true }),
  never('no-unknown', 'An import has to lead somewhere.', { pathNot: '^config/tools/' }, { couldNotResolve: true }),
  never(
    'engine-is-pure',
    'The engine imports itself and the date-time library: no clock, no I/O, no framework, not even node.',
    { path: folder('engine') },
    { pathNot: [folder('engine'), '(^|/)node_modules/temporal-polyfill/'] },
  ),
  ...FEATURES.slice(1).map((feature, index) =>
    never(
      `${feature}-looks-down`,
      `Features import one way: ${FEATURES.join(' -> ')}.`,
      { path: folder(feature) },
      { path: folder(...FEATURES.slice(0, index + 1)) },
    ),
  ),
  never(
    'ledgers-stand-below',
    'Account and notifications are written by every use case: they import the engine and storage alone.',
    { path: folder(...LEDGERS) },
    { path: '^src/', pathNot: folder(...LEDGERS, 'engine', 'storage') },
  ),
  never(
    'storage-stands-lowest',
    'Storage knows the words of the engine, and nothing of what is stored.',
    { path: folder('storage') },
    { path: '^src/', pathNot: folder('engine', 'storage') },
  ),
  never(
    'use-cases-know-no-web',
    'A use case is called by a page, an API, a worker or the command line, and cannot tell which.',
    { path: FEATURE_OR_LEDGER, pathNot: NOT_USE_CASES },
    { path: WEB, pathNot: ADDRESSES },
  ),
  never(
    'use-cases-know-no-queue',
    'The ledger in PostgreSQL is the truth; only its delivery knows that there is a queue.',
    { path: FEATURE_OR_LEDGER, pathNot: [NOT_USE_CASES, folder('delivery')] },
    { path: QUEUE },
  ),
  never(
    'controllers-are-ends',
    'Controllers are named by their module and imported by nobody else.',
    { path: '^src/', pathNot: [String.raw`\.module\.ts$`, STARTERS] },
    { path: CONTROLLERS },
  ),
  never(
    'processors-stay-at-home',
    'What works a queue is started and stopped by its own feature.',
    { path: '^src/([^/]+)/' },
    { path: String.raw`\.processor\.ts$`, pathNot: '^src/$1/' },
  ),
  never(
    'modules-are-wiring',
    'Modules are put together by modules and by what starts a process.',
    { path: '^src/', pathNot: [String.raw`\.module\.ts$`, STARTERS] },
    { path: String.raw`\.module\.ts$` },
  ),
  never(
    'starters-are-tops',
    'What starts a process is imported by nothing else.',
    { path: '^(src|config)/', pathNot: STARTERS },
    { path: STARTERS },
  ),
  never(
    'web-knows-no-feature',
    'Layout, sessions and error pages serve every feature and know none.',
    { path: folder('web', 'api') },
    { path: FEATURE_OR_LEDGER, pathNot: folder('people') },
  ),
  never(
    'swagger-comes-late',
    'What describes the API is loaded when somebody reads it: its decorators come from src/api/swagger.ts.',
    { path: '^(src|config)/' },
    { path: SWAGGER, dynamic: false, dependencyTypesNot: ['type-only'] },
  ),
  never(
    'config-stands-alone',
    'Configuration is read by everything and reads nothing.',
    { path: '^config/' },
    { path: '^src/' },
  ),
  never('no-tests-in-use', 'What runs in use does not need the tests.', { path: '^(src|config)/' }, { path: '^test/' }),
  never(
    'only-what-is-shipped',
    'What runs in use needs packages that are installed in use.',
    { path: '^src/|^config/[^/]+$' },
    { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
  ),
];

export default {
  forbidden: rules,
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: '(^|/)node_modules/' },
    exclude: { path: '^(dist|\\.test-build)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
