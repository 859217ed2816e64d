import type { PageTexts } from '../en/pages.js';
import { plural } from '../plural.js';
import { gateSentences } from './gate-sentences.js';

export const gates: PageTexts['gates'] = {
  title: 'Ce n’est pas possible pour le moment',
  other: 'Une condition n’est pas encore remplie.',
  count: (count) =>
    plural('fr', count, { one: 'Une condition n’est pas remplie :', other: '# conditions ne sont pas remplies :' }),
  whose: {
    outgoing: 'En attente de la présidence sortante.',
    incoming: 'En attente de la présidence entrante.',
    secretariat: 'En attente du Secrétariat.',
    joint: 'En attente des deux présidences.',
    nobody: '',
  },
  look: {
    task: (id) => `Ouvrir la tâche ${id}`,
    term: 'Ouvrir la rotation',
    handover: 'Ouvrir la passation',
    meeting: 'Ouvrir le calendrier',
    person: 'Ouvrir la page de la personne',
    section: 'Ouvrir la section',
    archive: 'Ouvrir l’archive',
  },
  desks: {
    outgoing: 'la présidence sortante',
    incoming: 'la présidence entrante',
    secretariat: 'le Secrétariat',
    joint: 'les deux présidences',
  },
  fields: {
    reason: 'le motif',
    decidedBy: 'l’auteur de la décision',
    id: 'le nom court',
    label: 'l’intitulé imprimé',
    on: 'le jour',
    end: 'le dernier jour',
    'planned.start': 'le premier jour prévu',
    'planned.end': 'le dernier jour prévu',
  },
  sentences: gateSentences,
};
