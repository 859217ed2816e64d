import { handoverMachine } from './handovers/handover.js';
import { drawMermaid } from './machine.js';
import { sectionMachine } from './handovers/section.js';
import { taskMachine } from './tasks/task.js';
import { termMachine } from './terms/term.js';

/** The page that shows the four machines, in Markdown with Mermaid diagrams, made from their tables. */
export function drawMachines(): string {
  const drawings = [
    ['Term', drawMermaid(termMachine)],
    ['Handover', drawMermaid(handoverMachine)],
    ['Task', drawMermaid(taskMachine)],
    ['Section of the pack', drawMermaid(sectionMachine)],
  ];
  const chapters = drawings.map(([title, drawing]) => `## ${title}\n\n\`\`\`mermaid\n${drawing}\`\`\`\n`);
  return [INTRODUCTION, ...chapters].join('\n');
}

const INTRODUCTION = `# The four state machines

Drawn from the tables in \`src/engine/\` by \`config/tools/draw-machines.mjs\`; a test fails when this page no longer
matches them. An arrow that comes back to its state is a move that is allowed there and keeps it. Which conditions a
move has to meet stands in the gates, not here.
`;
