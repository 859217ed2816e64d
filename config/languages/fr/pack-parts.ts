import type { PageTexts } from '../en/pages.js';
import { plural } from '../plural.js';

export const packParts: PageTexts['pack']['parts'] = {
  names: {
    stocktaking: 'Bilan du plan d’action',
    meetings: 'Réunions tenues et à venir',
    contacts: 'Personnes et services',
    programme: 'Programme de la présidence entrante',
    assets: 'Comptes, listes et calendriers',
  },
  counts: {
    stocktaking: (covered, objectives) => `${String(covered)} objectifs sur ${String(objectives)}`,
    meetings: (count) => plural('fr', count, { one: '# réunion', other: '# réunions' }),
    contacts: (count) => plural('fr', count, { one: '# service', other: '# services' }),
    programme: (count) => plural('fr', count, { one: '# priorité', other: '# priorités' }),
    assets: (confirmed, all) => `${String(confirmed)} confirmés sur ${String(all)}`,
  },
  nothingYet: 'rien pour l’instant',
  sources: 'Sources consultées',
  stocktaking: {
    intro: (plan, from, to) =>
      `${plan}, de ${String(from)} à ${String(to)}. Ce que le mandat sortant a fait, autant qu’on le sache, pour chaque partie du plan.`,
    adopted: (day) => `Adopté le ${day}`,
    notBinding: 'il n’est pas contraignant.',
    binding: 'il est contraignant.',
    picture: 'Ce que le mandat a couvert du plan',
    pictureHelp: 'Un bloc par objectif, d’autant plus large qu’il compte d’actions.',
    coverage: {
      covered: 'Quelque chose a été fait',
      around: 'Seulement pour son domaine',
      none: 'Rien n’est consigné',
    },
    area: (number) => `Domaine ${number}`,
    objective: (number) => `Objectif ${number}`,
    action: (number) => `Action n° ${String(number)}`,
    columns: { part: 'Partie du plan', done: 'Ce que le mandat a fait', coverage: 'Couverture' },
    unassigned: (first, last, objectives) =>
      `Les actions ${String(first)} à ${String(last)} relèvent des objectifs ${objectives} ; leur répartition n’est pas connue.`,
    tasks: 'Tâches par lesquelles le bilan est dressé',
  },
  meetings: {
    held: 'Jusqu’ici',
    passed: 'Sa date est passée',
    coming: 'À venir',
    withoutDate: 'Sans date',
    columns: { date: 'Jour', meeting: 'Réunion', place: 'Lieu', state: 'État' },
    types: {
      som: 'Hauts fonctionnaires',
      ministerial: 'Conférence ministérielle',
      steering_committee: 'Comité de pilotage',
      thematic: 'Réunion thématique',
      joint: 'Réunion conjointe',
      special_event: 'Événement spécial',
      online: 'Réunion en ligne',
    },
    states: {
      announced: 'Annoncée',
      postponed: 'Reportée',
      held: 'Tenue',
      not_held: 'Non tenue',
      cancelled: 'Annulée',
    },
    handover: 'La présidence y est transmise',
    coChairs: (names) => `Présidée par ${names}`,
  },
  contacts: {
    columns: { name: 'Nom', role: 'Fonction', language: 'Langue', mail: 'Courriel' },
    nobody: 'Personne de ce service n’a de fonction aujourd’hui.',
    hidden: 'Les adresses sont montrées à ceux qui travaillent à la passation.',
  },
  programme: {
    coordinator: 'Coordonné par',
    label: 'Période imprimée',
    slogan: 'Devise',
    keywords: 'Mots-clés',
    principles: 'Principes',
    priorities: 'Priorités',
    columns: { priority: 'Priorité', place: 'Place dans le plan d’action' },
    meetings: 'Réunions qu’il prévoit',
    unknown: 'Ce qu’on ne sait pas',
    noPlace: 'non précisée',
  },
};
