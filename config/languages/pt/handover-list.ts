import type { PageTexts } from '../en/pages.js';

export const handoverList: PageTexts['handovers']['list'] = {
  title: 'Passagens',
  none: 'Nenhuma passagem é partilhada consigo. O Secretariado pode dar-lhe lugar numa.',
  parts: { running: 'Em curso', planned: 'Previstas', past: 'Passadas' },
  fromTo: (from, to) => `${from} – ${to}`,
  settled: (settled, total) => `${String(settled)} de ${String(total)} tarefas resolvidas`,
};
