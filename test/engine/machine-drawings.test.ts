import { expect, test } from '@jest/globals';
import { drawMachines } from '../../src/engine/machine-drawings.js';
import { movesFrom, nextState, soundnessProblems, type Machine } from '../../src/engine/machine.js';
import { handoverMachine } from '../../src/engine/handovers/handover.js';
import { sectionMachine } from '../../src/engine/handovers/section.js';
import { taskMachine } from '../../src/engine/tasks/task.js';
import { termMachine } from '../../src/engine/terms/term.js';
import { readProjectFile } from '../support/project-file.js';

const machines: readonly Machine<string, string>[] = [termMachine, handoverMachine, taskMachine, sectionMachine];

test('the drawings in docs/machines.md are those of the tables; config/tools/draw-machines.mjs draws them anew', () => {
  const page = readProjectFile('docs/machines.md');
  expect(page).toBe(drawMachines());
});

test.each(machines.map((machine) => [machine.name, machine] as const))(
  'every move of the %s machine is an arrow on the page',
  (_, machine) => {
    const chapter = drawMachines()
      .split('## ')
      .find((each) => each.includes(`[*] --> ${machine.initial}\n`));
    for (const state of machine.states) {
      for (const move of movesFrom(machine, state)) {
        const arrow = `  ${state} --> ${String(nextState(machine, state, move))} : `;
        const labels = chapter
          ?.split('\n')
          .find((line) => line.startsWith(arrow))
          ?.slice(arrow.length)
          .split(', ');
        expect(labels).toContain(move);
      }
    }
  },
);

test.each(machines.map((machine) => [machine.name, machine] as const))('the %s machine is sound', (_, machine) => {
  expect(soundnessProblems(machine)).toEqual([]);
});

test('a section that changes goes back to drafting, from wherever its review had come', () => {
  const states = sectionMachine.states.filter((state) => nextState(sectionMachine, state, 'change') === 'drafting');
  expect(states).toEqual(['in_review', 'accepted', 'accepted_with_reservation', 'returned']);
});
