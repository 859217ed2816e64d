import type { PageTexts } from '../en/pages.js';
import { plural } from '../plural.js';

export const overview: PageTexts['overview'] = {
  title: (from, to) => `Passation de la présidence : ${from} – ${to}`,
  daysTo: (days) => plural('fr', days, { one: 'jour avant la passation', other: 'jours avant la passation' }),
  today: 'La présidence change aujourd’hui',
  passed: (date) => `La présidence a changé le ${date}`,
  undated: 'Aucune date n’est fixée pour la passation',
  meeting: 'Réunion',
  termLine: (from, until, member) => `${member}, de ${from} à ${until}`,
  bandTitle: 'Les deux mandats et la réunion qui les sépare',
  attention: 'Demande votre attention',
  attentionHint: {
    chair: 'D’abord ce qui est en retard ou renvoyé, puis ce qui échoit cette semaine.',
    review:
      'D’abord ce qui attend votre examen, le plus ancien en tête ; puis ce qui est en retard ou échoit cette semaine.',
    secretariat: 'Ce qui est en retard où que ce soit, et les tâches sans mouvement depuis une semaine.',
  },
  nothing: 'Rien ne vous attend aujourd’hui.',
  nextDate: (date, task) => `La prochaine échéance est le ${date} : ${task}.`,
  silent: (days) => plural('fr', days, { one: 'sans mouvement depuis # jour', other: 'sans mouvement depuis # jours' }),
  allTasks: (count) => plural('fr', count, { one: 'Voir la tâche', other: 'Voir les # tâches' }),
  readiness: 'État de préparation',
  readinessText: (ready, total) => `${String(ready)} tâches réglées sur ${String(total)}`,
  bySection: 'Préparation par section',
  settledOf: (settled, total) => `${String(settled)} sur ${String(total)}`,
  activity: 'Activité récente',
  allActivity: 'Toute l’activité',
  left: 'Tâches restant à régler',
  leftActual: (count) => `Réel : ${String(count)}`,
  leftPlanned: (count) => `Selon les échéances : ${String(count)}`,
  leftTable: { caption: 'Tâches restantes, par jour', day: 'Jour', actual: 'Restantes', planned: 'Prévues' },
};
