import type { PageTexts } from '../en/pages.js';

export const recordFiles: PageTexts['record']['files'] = {
  title: 'Procès-verbal et fichiers',
  lead: 'Un procès-verbal dit ce qu’était la passation quand il a été établi : parties, sections, décisions, signatures, documents. Il est signé et n’est jamais modifié. Son archive est un seul fichier, que l’on peut lire et vérifier sans ce service, même des années plus tard.',
  pack: 'Le dossier de passation en PDF',
  packHint:
    'Tel qu’il est au moment où le fichier est préparé : sections, tâches, réunions, contacts. Les documents y sont nommés ; ils se trouvent dans l’archive.',
  language: 'Langue',
  purpose: 'Usage',
  purposes: { 'ua-1': 'pour la lecture (PDF/UA-1)', 'a-2a': 'pour la conservation (PDF/A-2a)' },
  restricted: 'Documents à diffusion restreinte',
  holdings: { all: 'avec les documents à diffusion restreinte', open: 'sans les documents à diffusion restreinte' },
  comma: ', ',
  askPdf: 'Préparer le PDF',
  compare: 'Ce qui permet de le comparer',
  none: 'Il n’y a pas encore de procès-verbal. Le premier est établi quand les deux présidences ont signé.',
  record: (number) => `Procès-verbal n° ${String(number)}`,
  make: 'Établir un procès-verbal maintenant',
  makeHint: 'Il dit où en est la passation à cet instant, et figure dans l’activité.',
  recordMade: (number) => `Le procès-verbal n° ${String(number)} a été établi.`,
  ask: 'Préparer l’archive',
  askAll: 'Préparer l’archive avec les documents à diffusion restreinte',
  askOpen: 'Préparer l’archive sans les documents à diffusion restreinte',
  asked: 'Le fichier est en préparation. Cette page montre où il en est.',
  archive: 'Archive (ZIP)',
  queued: 'en attente',
  making: (percent) => `préparée à ${String(percent)} %`,
  reload: 'Voir où elle en est',
  problems: {
    content:
      'elle ne peut être préparée, car un document n’est pas celui que nomme le procès-verbal. Prévenez les responsables de ce service.',
    gave_up: 'la préparation a échoué trois fois. Demandez-la à nouveau, ou prévenez les responsables de ce service.',
  },
  check: 'Tout le monde peut vérifier qu’une archive est intacte :',
  checkLink: 'vérifier une archive',
  back: 'Retour au dossier de passation',
};
