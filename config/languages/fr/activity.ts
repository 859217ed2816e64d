import type { PageTexts } from '../en/pages.js';
import { plural } from '../plural.js';
import { activityLines } from './activity-lines.js';

export const activity: PageTexts['activity'] = {
  lines: activityLines,
  afterName: ' ',
  other: (what) => `a modifié ${what}`,
  thisHandover: 'la passation',
  details: {
    'task.committed': (f) => `jusqu’au ${f.day('dueOn')}`,
    'task.reassigned': (f) => (f.has('person.to') ? `à ${f.person('person.to')}` : ''),
    'task.pinned': (f) => `au ${f.day('pinned.to')}`,
    'handover.created': (f) => plural('fr', f.count('tasks'), { one: '# tâche', other: '# tâches' }),
    'handover.signature_given': (f) => `pour ${f.desk('side')}`,
    'handover.signed': (f) => `pour ${f.desk('side')}`,
    'plan.revised': (f) =>
      f.count('moved') === 0
        ? 'aucune date déplacée'
        : plural('fr', f.count('moved'), { one: '# date déplacée', other: '# dates déplacées' }),
    'role.given': (f) => `${f.role('role')}, à partir du ${f.day('fromDay')}`,
    'role.ended': (f) => `${f.role('role')}, le ${f.day('untilDay')}`,
    'stand_in.named': (f) =>
      `${f.person('standInId')}, du ${f.day('fromDay')} jusqu’à la veille du ${f.day('untilDay')}`,
    'stand_in.ended': (f) => `${f.person('standInId')}, le ${f.day('untilDay')}`,
    'asset.added': (f) => f.text('name'),
    'asset.removed': (f) => f.text('name'),
    'asset.transferred': (f) => f.text('name'),
    'asset.confirmed': (f) => f.text('name'),
    'asset.sent_back': (f) => f.text('name'),
    'person.left': (f) => `le ${f.day('leftOn')}`,
  },
  causes: {
    meeting: (f) =>
      f.has('change.startsOn')
        ? `la réunion a lieu du ${f.day('change.startsOn')} au ${f.day('change.endsOn')}`
        : 'la réunion est reportée sans date',
    effect_date: (f) =>
      f.has('change.handoverDate')
        ? `la présidence change le ${f.day('change.handoverDate')}`
        : 'le jour du changement de présidence n’est plus fixé',
    holiday: (f) => `le ${f.day('change.date')} est chômé`,
    working_day: (f) => `le ${f.day('change.date')} est un jour ouvré`,
    rules: () => 'selon les règles actuelles',
  },
  title: 'Activité',
  intro:
    'Tout ce qui a été fait dans cette passation, le plus récent en tête. Rien n’y est jamais effacé ni modifié : chaque entrée scelle celles qui la précèdent.',
  zone: (place) => `Les heures sont celles de ${place}.`,
  filter: 'Entrées affichées',
  side: 'Qui a agi',
  kind: 'À quel sujet',
  everyone: 'Tout le monde',
  everything: 'Tout',
  kinds: {
    tasks: 'Tâches',
    comments: 'Commentaires',
    reviews: 'Examen du dossier',
    documents: 'Documents',
    dates: 'Dates',
    handover: 'La passation elle-même',
  },
  apply: 'Afficher',
  none: 'Aucune entrée ne correspond à ce choix.',
  noneYet: 'Rien n’a encore été fait.',
  showAll: 'Afficher tout',
  older: 'Entrées plus anciennes',
  newest: 'Revenir aux plus récentes',
  system: 'Le système',
  exportTable: 'Télécharger en tableau (CSV)',
  columns: {
    seq: 'Entrée',
    at: 'Quand (UTC)',
    local: 'Heure locale',
    who: 'Qui',
    side: 'Côté',
    what: 'Quoi',
    subject: 'Objet',
    detail: 'Précision',
    text: 'Texte',
    hash: 'Empreinte',
  },
};
