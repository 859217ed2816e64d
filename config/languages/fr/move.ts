import type { PageTexts } from '../en/pages.js';
import { plural } from '../plural.js';
import { planWords } from './plan-words.js';

const tasks = (count: number) => plural('fr', count, { one: '# tâche', other: '# tâches' });
const people = (count: number) => plural('fr', count, { one: '# personne', other: '# personnes' });
const reminders = (count: number, one: string, other: string) =>
  plural('fr', count, { one: `# rappel ${one}`, other: `# rappels ${other}` });

export const move: PageTexts['move'] = {
  ...planWords,
  titles: {
    meeting: 'Déplacer la réunion',
    postponed: 'Reporter la réunion sans nouvelle date',
    effect_date: 'Changer le jour de la passation',
    holiday: 'Un jour férié a été décrété',
    working_day: 'Un jour férié attendu est ouvrable',
    rules: 'Recalculer toutes les dates',
  },
  asked: {
    meeting: (dates) => `Déplacer la réunion aux dates suivantes : ${dates} ?`,
    postponed: 'Reporter la réunion sans nouvelle date ?',
    effect_date: (date) => `Transmettre la présidence le ${date} ?`,
    effectUndated: 'Laisser ouvert le jour de la passation ?',
    holiday: (date, place) => `Faire du ${date} un jour chômé pour ${place} ?`,
    working_day: (date, place) => `Faire du ${date} un jour ouvrable pour ${place} ?`,
    rules: 'Recalculer toutes les dates ?',
  },
  undated: 'sans date',
  lead: 'Rien ne change encore : vous voyez d’abord chaque date, chaque rappel et chaque personne qui serait informée.',
  now: 'Situation actuelle',
  meeting: 'Réunion',
  firstDay: 'Premier jour',
  lastDay: 'Dernier jour',
  meetingStart: 'Réunion, premier jour',
  meetingEnd: 'Réunion, dernier jour',
  handover: 'Passation',
  termStart: 'Nouveau mandat',
  newDates: 'Nouvelles dates',
  candidate: (number) => `Dates, proposition ${String(number)}`,
  compare: 'Comparer avec d’autres dates',
  compareHint: 'Ajoutez une ou deux propositions pour voir côte à côte ce que chacune ferait.',
  keep: 'La présidence passe tout de même au jour convenu',
  keepHint: (date) =>
    `La passation reste au ${date}. Sinon, elle suit la réunion si elle tombe un des jours de celle-ci.`,
  preview: 'Voir ce qui changerait',
  otherCauses: 'Il s’est passé autre chose ?',
  withOthers: (count) =>
    plural('fr', count, {
      one: 'Une autre passation dépend de cette réunion et se déplace avec elle :',
      other: '# autres passations dépendent de cette réunion et se déplacent avec elle :',
    }),
  tooLate: {
    effected: 'La présidence a été transmise : ni la réunion ni le jour de la passation ne peuvent plus être déplacés.',
    closed: 'Cette passation est close : ses dates restent telles quelles.',
    cancelled: 'Cette passation a été annulée : ses dates restent telles quelles.',
  },
  postponedHint:
    'Toutes les tâches qui dépendent de la réunion perdent leur date et leurs rappels jusqu’à ce qu’il y ait une nouvelle date. Ce qui est fait reste tel quel.',
  effectDate: 'Jour où la présidence passe',
  effectStart: 'Premier jour du nouveau mandat, si c’est un autre jour',
  undatedEffect: 'Aucun jour n’est convenu',
  calendar: 'Calendrier concerné',
  holidayDay: 'Jour',
  holidayName: 'Nom du jour férié',
  expected: 'Il est seulement attendu, pas encore décrété',
  workingDayHint: 'Seul un jour saisi isolément peut être retiré, pas une fête annuelle.',
  rulesHint: 'À utiliser quand un calendrier a été modifié : chaque règle est appliquée aux calendriers actuels.',

  comparing: 'Comparer des dates',
  comparisonCaption: 'Ce que ferait chaque proposition',
  measures: {
    measure: 'Ce qui se passerait',
    moved: 'Tâches qui changent de date',
    tight: 'Tâches avec trop peu de temps',
    outOfOrder: 'Tâches dues avant ce qu’elles attendent',
    daysOff: 'Jours de réunion tombant un jour chômé',
    vanish: 'Rappels qui disparaissent',
    moveOn: 'Rappels qui se déplacent',
    appear: 'Rappels qui s’ajoutent',
    told: 'Personnes informées',
    handoverDate: 'Jour de la passation',
  },
  choose: 'Voir en détail',
  fewest: 'le moins',
  changeDates: 'Choisir d’autres dates',

  summary: (moved, total) => `Tâches qui changent de date : ${String(moved)} sur ${String(total)}`,
  nobodyTold: 'personne n’est informé',
  toDecision: 'Aller à votre décision',
  nothingChanges: 'Rien ne changerait : toutes les dates sont déjà ainsi.',
  anchorsTitle: 'Les jours dont tout dépend',
  anchorsCaption: 'Les jours avant et après le changement',
  was: 'Avant',
  becomes: 'Après',
  attention: 'À regarder d’abord',
  noFindings:
    'Aucun délai ne devient trop court, la réunion ne tombe sur aucun jour chômé, et aucune tâche ne précède ce qu’elle attend.',
  tightTitle: 'Trop peu de temps',
  orderTitle: 'Due avant ce qu’elle attend',
  daysOffTitle: 'Réunion un jour chômé',
  goneTitle: (count) =>
    plural('fr', count, { one: '# souci d’aujourd’hui disparaît', other: '# soucis d’aujourd’hui disparaissent' }),
  changes: 'Ce qui change',
  movedIn: (count, total) => `changent de date : ${String(count)} sur ${String(total)}`,
  otherSections: 'Dans les autres sections, aucune date ne change.',
  noDates: 'Aucune date ne change.',
  task: 'Tâche',
  why: 'Pourquoi',
  later: (days) => plural('fr', days, { one: '# jour plus tard', other: '# jours plus tard' }),
  earlier: (days) => plural('fr', days, { one: '# jour plus tôt', other: '# jours plus tôt' }),
  loses: 'perd sa date',
  gets: 'reçoit une date',
  atOnce: 'due immédiatement',
  stays: 'Ce qui reste',
  pinned: 'Ces jours ont été fixés à la main et restent, bien que la règle les déplacerait :',
  keptDates: (count) =>
    plural('fr', count, {
      one: '# tâche est réglée et garde sa date.',
      other: '# tâches sont réglées et gardent leur date.',
    }),
  unchanged: (count) =>
    plural('fr', count, { one: '# tâche a la même date qu’avant.', other: '# tâches ont la même date qu’avant.' }),
  staysOn: (date, rule) => `reste au ${date} ; la règle donnerait : ${rule}`,
  reminders: 'Rappels',
  remindersMove: (count) => reminders(count, 'se déplace avec sa tâche.', 'se déplacent avec leurs tâches.'),
  remindersVanish: (count) =>
    reminders(
      count,
      'disparaît, car son jour est passé ou sa tâche n’a plus de date :',
      'disparaissent, car leur jour est passé ou leur tâche n’a plus de date :',
    ),
  remindersAppear: (count) => reminders(count, 's’ajoute :', 's’ajoutent :'),
  noReminders: 'Aucun rappel ne change.',
  toldTitle: 'Qui est informé',
  toldHint: 'Chaque personne reçoit un seul message, sur les dates de son côté et dans sa langue.',
  notYou: 'Vous ne recevez pas de message sur ce que vous faites vous-même.',
  chart: 'Échéances des tâches, maintenant et ensuite',
  chartNow: 'Actuel',
  chartThen: 'Ensuite',
  chartToday: 'aujourd’hui',
  chartText: (now, then) =>
    `Chaque point est une tâche à son échéance ; le losange est la réunion, actuellement ${now}, ensuite ${then}.`,
  perHandover: 'Passations qui se déplacent ensemble',
  perHandoverCaption: 'Ce que le changement fait à chaque passation',
  thisOne: 'celle-ci',

  decision: 'Votre décision',
  reason: 'Pourquoi les dates changent-elles ?',
  reasonHint:
    'Dans les mots de qui a décidé. Le texte figure dans l’activité ; tous les participants à la passation peuvent le lire.',
  apply: (moved, told) => `Déplacer ${tasks(moved)} et informer ${people(told)}`,
  applyUndated: (undated, told) => `Retirer la date de ${tasks(undated)} et informer ${people(told)}`,
  applyMany: (moved, handovers, told) =>
    `Déplacer ${tasks(moved)} de ${String(handovers)} passations et informer ${people(told)}`,
  working: (handovers) =>
    plural('fr', handovers, {
      one: 'Les dates sont en cours de déplacement. La page continue d’elle-même.',
      other:
        'Les dates de # passations sont en cours de déplacement. Cela prend quelques secondes ; la page continue d’elle-même.',
    }),
  longWork: (handovers) =>
    `Les ${String(handovers)} passations sont déplacées d’un seul coup, ou aucune. Cela peut prendre quelques secondes ; appuyer deux fois ne fait rien deux fois.`,
  done: (moved, told) =>
    `${plural('fr', moved, { one: '# tâche a changé', other: '# tâches ont changé' })} de date, et ${plural('fr', told, { one: '# personne est informée', other: '# personnes sont informées' })}.`,

  staleTitle: 'Quelque chose a changé depuis votre lecture',
  staleHelp:
    'Rien n’a été déplacé, et votre motif est conservé. Cette page montre la situation actuelle : regardez-la, puis décidez à nouveau.',
  staleCounts: (before, after) => `Vous aviez vu : ${before}. Maintenant : ${after}.`,
  counts: (moved, told) =>
    `${plural('fr', moved, { one: '# tâche se déplace', other: '# tâches se déplacent' })}, ${plural('fr', told, { one: '# personne est informée', other: '# personnes sont informées' })}`,
  countsUndated: (undated, told) =>
    `${plural('fr', undated, { one: '# tâche perd sa date', other: '# tâches perdent leur date' })}, ${plural('fr', told, { one: '# personne est informée', other: '# personnes sont informées' })}`,
  since: 'Depuis lors :',
  refusedTitle: 'Ces dates ne peuvent pas être déplacées',

  revisions: 'Le plan et ses révisions',
  revisionsLead:
    'Chaque fois que les dates sont recalculées, le plan reçoit un nouveau numéro. Le plus récent est en haut.',
  revision: (number) => `Plan, révision ${String(number)}`,
  revisionsCaption: 'Révisions du plan',
  columns: { revision: 'Révision', when: 'Quand', who: 'Par', what: 'Ce qui s’est passé', moved: 'Dates changées' },
  causes: {
    created: 'Le premier plan',
    meeting: 'La réunion a été déplacée',
    postponed: 'La réunion a été reportée sans date',
    effect_date: 'Le jour de la passation a été changé',
    holiday: 'Un jour férié a été décrété',
    working_day: 'Un jour férié attendu est ouvrable',
    rules: 'Toutes les dates ont été recalculées',
    task: (task) => `Le jour d’une tâche a été changé : ${task}`,
  },
  current: 'en vigueur',
  firstPlan: 'Toutes les tâches ont reçu leurs premières dates.',
  older: 'Révisions plus anciennes',
  toRevisions: 'Toutes les révisions du plan',
};
