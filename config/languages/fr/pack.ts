import type { PageTexts } from '../en/pages.js';
import { packAssets } from './pack-assets.js';
import { packParts } from './pack-parts.js';
import { packPrint } from './pack-print.js';

export const pack: PageTexts['pack'] = {
  title: 'Dossier de passation',
  caption: 'Sections du dossier',
  columns: {
    section: 'Section',
    settled: 'Réglées',
    documents: 'Documents',
    comments: 'Commentaires',
    next: 'Prochaine date',
    state: 'État',
  },
  version: (number) => `Version ${String(number)}`,
  since: (day) => `depuis le ${day}`,
  print: 'Imprimer le sommaire',
  files: 'PDF et archive du dossier',
  back: 'Sommaire du dossier',
  also: 'Également dans le dossier',
  onward: 'La suite',
  notReady: 'Le dossier n’est pas encore prêt pour l’examen.',
  allSent: 'Le dossier est prêt pour l’examen : tout a été envoyé.',
  allSettled: 'Tout est réglé dans le dossier.',
  sent: (who, sent, sections) => `Sections envoyées par ${who} : ${String(sent)} sur ${String(sections)}`,
  alsoSent: (who, sent, sections) => `par ${who} ${String(sent)} sur ${String(sections)}`,
  comma: ', ',
  mail: ' ; qui examine reçoit un courriel dès que quelque chose l’attend.',
  assets: packAssets,
  parts: packParts,
  printed: packPrint,
  later: 'Une section compte comme envoyée par un côté quand tout ce qui lui revient y est à l’examen, ou réglé.',
};
