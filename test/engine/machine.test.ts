import { describe, expect, test } from '@jest/globals';
import {
  drawMermaid,
  isStillPossible,
  movesFrom,
  nextState,
  soundnessProblems,
  statesWith,
  type Machine,
} from '../../src/engine/machine.js';

const door: Machine<string, string> = {
  name: 'door',
  states: ['open', 'shut', 'bricked_up'],
  initial: 'open',
  final: ['bricked_up'],
  transitions: [
    { move: 'close', from: ['open'], to: 'shut' },
    { move: 'open', from: ['shut'], to: 'open' },
    { move: 'paint', from: ['open', 'shut'], to: 'same' },
    { move: 'brick_up', from: ['shut'], to: 'bricked_up' },
  ],
};

describe('a machine answers from its table', () => {
  test('a move leads to the state of its row', () => {
    expect(nextState(door, 'open', 'close')).toBe('shut');
    expect(nextState(door, 'shut', 'open')).toBe('open');
  });

  test('a move that is not in the table from a state does not exist there', () => {
    expect(nextState(door, 'open', 'open')).toBeNull();
    expect(nextState(door, 'bricked_up', 'paint')).toBeNull();
    expect(nextState(door, 'open', 'no such move')).toBeNull();
  });

  test('a move to `same` keeps the state', () => {
    expect(nextState(door, 'open', 'paint')).toBe('open');
    expect(nextState(door, 'shut', 'paint')).toBe('shut');
  });

  test('the moves of a state and the states of a move are two readings of the same table', () => {
    expect(movesFrom(door, 'open')).toEqual(['close', 'paint']);
    expect(movesFrom(door, 'shut')).toEqual(['open', 'paint', 'brick_up']);
    expect(movesFrom(door, 'bricked_up')).toEqual([]);
    expect(statesWith(door, 'paint')).toEqual(['open', 'shut']);
    expect(statesWith(door, 'no such move')).toEqual([]);
  });

  test('a move is still possible from a state when it exists there or in a state that can follow', () => {
    expect(isStillPossible(door, 'open', 'close')).toBe(true);
    expect(isStillPossible(door, 'open', 'brick_up')).toBe(true);
    expect(isStillPossible(door, 'bricked_up', 'paint')).toBe(false);
    expect(isStillPossible(door, 'open', 'no such move')).toBe(false);
  });

  test('the drawing has one arrow for each pair of states, its start and its ends', () => {
    expect(drawMermaid(door)).toBe(
      [
        'stateDiagram-v2',
        '  [*] --> open',
        '  open --> open : paint',
        '  open --> shut : close',
        '  shut --> open : open',
        '  shut --> shut : paint',
        '  shut --> bricked_up : brick_up',
        '  bricked_up --> [*]',
        '',
      ].join('\n'),
    );
  });
});

describe('the soundness check finds every way a table can be broken', () => {
  const broken = (change: Partial<Machine<string, string>>) => soundnessProblems({ ...door, ...change });
  const also = (...rows: Machine<string, string>['transitions']) => ({ transitions: [...door.transitions, ...rows] });

  test('a sound machine has no problems', () => {
    expect(soundnessProblems(door)).toEqual([]);
  });

  test('a move to, or from, a state that is not one', () => {
    expect(broken(also({ move: 'lock', from: ['shut'], to: 'locked' }))).toEqual(['door: unknown state locked']);
    expect(broken(also({ move: 'unlock', from: ['locked'], to: 'shut' }))).toEqual(['door: unknown state locked']);
  });

  test('a start or an end that is not a state', () => {
    expect(broken({ initial: 'planned' })).toContain('door: unknown state planned');
    expect(broken({ final: ['bricked_up', 'burnt'] })).toEqual(['door: unknown state burnt']);
  });

  test('a state that nothing leads to', () => {
    const states = [...door.states, 'ajar'];
    const leave = also({ move: 'push', from: ['ajar'], to: 'open' });
    expect(broken({ states, ...leave })).toEqual(['door: unreachable state ajar']);
  });

  test('a state that nothing leads out of and that is no end', () => {
    const stuck = also({ move: 'jam', from: ['open'], to: 'jammed' });
    expect(broken({ states: [...door.states, 'jammed'], ...stuck })).toEqual(['door: dead-end state jammed']);
  });

  test('a state whose only move keeps it is still a dead end', () => {
    const stuck = also({ move: 'jam', from: ['open'], to: 'jammed' }, { move: 'curse', from: ['jammed'], to: 'same' });
    expect(broken({ states: [...door.states, 'jammed'], ...stuck })).toEqual(['door: dead-end state jammed']);
  });

  test('two states that only lead to each other are a dead end together', () => {
    const loop = also(
      { move: 'jam', from: ['open'], to: 'jammed' },
      { move: 'shake', from: ['jammed'], to: 'rattling' },
      { move: 'rest', from: ['rattling'], to: 'jammed' },
    );
    expect(broken({ states: [...door.states, 'jammed', 'rattling'], ...loop })).toEqual([
      'door: dead-end state jammed',
      'door: dead-end state rattling',
    ]);
  });

  test('a move that leads from one state to two', () => {
    expect(broken(also({ move: 'close', from: ['open'], to: 'bricked_up' }))).toEqual([
      'door: move close from open leads to shut and bricked_up',
    ]);
    expect(broken(also({ move: 'close', from: ['open'], to: 'same' }))).toEqual([
      'door: move close from open leads to shut and open',
    ]);
  });

  test('several problems are all named', () => {
    const problems = broken({
      initial: 'shut',
      final: [],
      transitions: [{ move: 'open', from: ['shut'], to: 'wide' }],
    });
    expect(problems).toEqual([
      'door: unknown state wide',
      'door: unreachable state open',
      'door: unreachable state bricked_up',
      'door: dead-end state open',
      'door: dead-end state shut',
      'door: dead-end state bricked_up',
    ]);
  });
});
