import type { PageTexts } from '../en/pages.js';

export const handoverList: PageTexts['handovers']['list'] = {
  title: 'Passations',
  none: 'Aucune passation n’est partagée avec vous. Le Secrétariat peut vous y donner une place.',
  parts: { running: 'En cours', planned: 'Prévues', past: 'Passées' },
  fromTo: (from, to) => `${from} – ${to}`,
  settled: (settled, total) => `${String(settled)} tâches réglées sur ${String(total)}`,
};
