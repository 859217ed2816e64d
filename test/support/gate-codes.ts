import { readdirSync, readFileSync } from 'node:fs';
import { projectFolder } from '../../src/storage/project-folder.js';

/** The edge has codes of its own, for programs, and a demo has none. */
const NO_CONDITIONS = /^(api|checker|commands|demo|health|web)\//;

/** Remarks on a plan look like conditions and stop nothing. */
const REMARKS = /plan-findings\.ts$/;

const CODE = String.raw`'([a-z_]+\.[a-z_]+)'`;

/** The ways in which the sources name a condition. */
const WAYS: readonly RegExp[] = [
  new RegExp(String.raw`\bcode: ${CODE}`, 'g'),
  new RegExp(String.raw`\b(?:gate|unmet)\(\s*${CODE}`, 'g'),
  new RegExp(String.raw`\bholds\((?:[^']|'[^'.]*')*?${CODE}`, 'g'),
];

/** Conditions that several subjects share: the first half of their code is put in when they are asked for. */
const SHARED = /`\$\{(machine\.name|subject)\}\.([a-z_]+)`/g;
const FIRST_HALVES: Readonly<Record<string, readonly string[]>> = {
  subject: ['task', 'handover', 'section'],
  'machine.name': ['task', 'handover', 'term', 'section'],
};

/** The code of every condition that the sources name, in the order of the alphabet. */
export function gateCodes(): string[] {
  return [...new Set(sources().flatMap((text) => [...named(text), ...shared(text)]))].sort();
}

function named(text: string): string[] {
  return WAYS.flatMap((way) => [...text.matchAll(way)].flatMap(([, code]) => code ?? []));
}

function shared(text: string): string[] {
  return [...text.matchAll(SHARED)].flatMap(([, what = '', rest = '']) =>
    (FIRST_HALVES[what] ?? []).map((first) => `${first}.${rest}`),
  );
}

function sources(): string[] {
  const folder = projectFolder('src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !NO_CONDITIONS.test(file) && !REMARKS.test(file))
    .map((file) => readFileSync(new URL(file, folder), 'utf8'));
}
