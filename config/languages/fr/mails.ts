import type { MailTexts } from '../en/mails.js';

/** Ce que disent les courriels en français. */
export const fr: MailTexts = {
  greeting: (name) => `Bonjour ${name},`,
  places: { 'Africa/Casablanca': 'Casablanca', 'Europe/Lisbon': 'Lisbonne', 'Europe/Vienna': 'Vienne' },

  subjectOfOne: (status, title) => `${status} : ${title}`,
  subjectOfMany: (count, late) =>
    late === 0
      ? `${String(count)} messages pour vous`
      : `${String(count)} messages pour vous, dont ${String(late)} en retard`,

  headingOfOne: (status) => status,
  headingOfMany: (count, late) => {
    if (late === 0) return `${String(count)} points à votre attention`;
    return late === 1 ? '1 tâche est en retard' : `${String(late)} tâches sont en retard`;
  },

  handoverIsOn: (from, to, date, when) =>
    `La passation de la présidence entre ${from} et ${to} a lieu le ${date}, ${when}.`,
  handoverWasOn: (from, to, date) => `La passation de la présidence entre ${from} et ${to} était prévue le ${date}.`,
  handoverUndated: (from, to) => `Aucune date n’est fixée pour la passation de la présidence entre ${from} et ${to}.`,
  and: (first, last) => `${first} et ${last}`,
  unknownChair: 'une présidence qui n’est pas encore connue',

  inDays: (days) => {
    if (days === 0) return 'aujourd’hui';
    return days === 1 ? 'demain' : `dans ${String(days)} jours`;
  },
  due: (when) => `À rendre ${when}`,
  late: (days) => (days === 1 ? '1 jour de retard' : `${String(days)} jours de retard`),
  dueOn: (date, time, place) => `À rendre le ${date} à ${time}, heure de ${place}`,
  elsewhere: (moment, place) => `${moment}, heure de ${place}`,
  undated: 'Sans date',

  states: {
    open: 'Pas commencée',
    started: 'En cours',
    submitted: 'En attente d’examen',
    returned: 'Renvoyée',
    accepted: 'Acceptée',
    waived: 'Levée',
    committed: 'Reprise par la présidence entrante',
  },
  yourMove: 'C’est à vous d’agir.',
  waitingFor: (whom) => `En attente : ${whom}.`,
  desks: {
    outgoing: (names) => (names === '' ? 'la présidence sortante' : `la présidence sortante (${names})`),
    incoming: (names) => (names === '' ? 'la présidence entrante' : `la présidence entrante (${names})`),
    secretariat: () => 'le Secrétariat',
    joint: (names) => (names === '' ? 'les deux présidences' : `les deux présidences (${names})`),
  },
  reviewUntil: (date) => `À décider au plus tard le ${date}`,
  reviewAsked: 'Votre examen est demandé',

  news: {
    'task.submitted': 'Soumise à votre examen',
    'task.returned': 'Renvoyée : elle demande encore du travail',
    'task.accepted': 'Acceptée',
    'task.waived': 'Levée : plus rien n’est demandé',
    'task.waiver_given': 'Une présidence l’a levée : votre réponse est nécessaire',
    'task.committed': 'Reprise par la présidence entrante',
    'task.fulfilled': 'Tenu : ce que la présidence entrante avait repris',
    'task.reopened': 'Rouverte : elle demande encore du travail',
    'task.reassigned': 'Elle vous est confiée',
    'section.presented': 'Une section du dossier vous est envoyée pour examen',
    'section.accepted': 'Une section du dossier est acceptée',
    'section.accepted_with_reservation': 'Une section du dossier est acceptée avec réserve',
    'section.accepted_by_silence': 'Une section du dossier est tenue pour acceptée : personne n’a décidé dans le délai',
    'section.returned': 'Une section du dossier est renvoyée : elle est à reprendre',
    'section.reopened': 'Une section du dossier a changé : elle reviendra à l’examen',
    'section.commented': 'Un commentaire s’adresse à vous',
    'section.reminded': 'Une section du dossier attend toujours votre décision',
    'handover.prepared': 'La préparation a commencé',
    'handover.frozen': 'La passation est prête à être signée',
    'handover.signature_given': 'Une présidence a signé ; l’autre signature manque encore',
    'handover.signed': 'Les deux présidences ont signé',
    'handover.reopened': 'Rouverte : les signatures données ne comptent plus',
    'handover.effected': 'La présidence a changé',
    'handover.addendum_added': 'Une pièce tardive a été ajoutée',
    'handover.closed': 'La passation est close',
    'handover.cancelled': 'La passation est annulée',
    'asset.transferred': 'Un élément a été remis : veuillez confirmer qu’il fonctionne',
    'asset.confirmed': 'Ce qui a été remis est confirmé',
    'asset.sent_back': 'Un élément remis ne fonctionne pas',
    'plan.meeting': 'La réunion a été déplacée',
    'plan.effect_date': 'Le jour du changement de présidence a été déplacé',
    'plan.holiday': 'Un jour férié déplace des dates',
    'plan.working_day': 'Un jour férié attendu est un jour ouvré',
    'plan.rules': 'Les dates ont été recalculées',
    'term.proposed': 'Un mandat a été proposé',
    'term.confirmed': 'Un mandat a été confirmé',
    'term.started': 'Un mandat a commencé',
    'term.concluded': 'Un mandat est terminé',
    'term.lapsed': 'Un mandat n’aura pas lieu',
    'term.suspended': 'Un mandat est suspendu',
    'term.resumed': 'Un mandat reprend',
    'term.extended': 'Un mandat a été prolongé',
    'term.shortened': 'Un mandat a été abrégé',
    'term.holder_changed': 'Un mandat a un autre titulaire',
    'term.relabelled': 'Un mandat a un autre intitulé',
    'term.redated': 'Un mandat a d’autres dates',
    'rotation.changed': 'Plusieurs mandats ont changé',
  },
  otherNews: 'Il y a du nouveau',

  anchors: {
    MEETING_START: 'Début de la réunion',
    MEETING_END: 'Fin de la réunion',
    HANDOVER_DATE: 'Changement de présidence',
    TERM_START: 'Début du nouveau mandat',
  },
  movedFromTo: (what, from, to) => `${what} : ${to} (au lieu de ${from})`,
  noDateYet: 'pas encore de date',
  moreDates: (count) => `et ${String(count)} autres dates`,

  open: 'Ouvrir la passation',
  openTask: 'Ouvrir la tâche',
  openSection: 'Ouvrir la section',
  why: {
    person: 'Vous recevez ce message parce qu’il vous est adressé.',
    outgoing: 'Vous recevez ce message parce que vous travaillez pour la présidence sortante.',
    incoming: 'Vous recevez ce message parce que vous travaillez pour la présidence entrante.',
    secretariat: 'Vous recevez ce message parce que vous travaillez au Secrétariat.',
  },
  whenItStops:
    'Il cesse quand la tâche est réglée, déplacée ou confiée à quelqu’un d’autre, quand la passation est close, ou quand vous quittez votre fonction.',
  noReply: 'Ce courriel a été écrit par une machine ; personne ne lit les réponses.',
};
