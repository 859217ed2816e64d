import type { PageTexts } from '../en/pages.js';

export const packAssets: PageTexts['pack']['assets'] = {
  kinds: { mailing_list: 'Liste de diffusion', account: 'Compte', calendar: 'Calendrier', other: 'Autre chose' },
  intro:
    'Ce dont la nouvelle présidence a besoin en plus des papiers. Un côté remet, l’autre confirme que tout fonctionne : jamais la même personne.',
  caption: 'Ce qui change de mains',
  columns: {
    name: 'Nom',
    kind: 'Nature',
    transferred: 'Remis',
    confirmed: 'Confirmé par qui reçoit',
    act: 'Que faire',
  },
  moves: {
    transfer: 'Marquer comme remis',
    confirm: 'Confirmer que cela fonctionne',
    sendBack: 'Renvoyer',
    remove: 'Retirer de la liste',
  },
  add: 'Ajouter à la liste',
  addTitle: 'Ajouter ce qui change de mains',
  nameHint: 'Par exemple l’adresse d’une liste de diffusion. N’écrivez jamais de mot de passe ici.',
  none: 'Rien n’est encore inscrit.',
  hidden: 'Ce qui change de mains est montré à ceux qui travaillent à la passation.',
  waits: {
    outgoing: 'En attente de la présidence sortante ou du Secrétariat',
    incoming: 'En attente de la présidence entrante',
  },
  reason: 'Qu’est-ce qui ne fonctionne pas ?',
  reasonHint: 'L’autre côté le lira.',
  sendBackTitle: (name) => `Renvoyer : ${name}`,
  sendBackHelp: 'Cela compte alors comme non remis, et l’autre côté en est informé.',
  back: 'Retour à la liste',
  done: {
    add: (name) => `${name} est inscrit.`,
    transfer: (name) => `${name} est marqué comme remis. La présidence entrante en est informée.`,
    confirm: (name) => `${name} est confirmé.`,
    sendBack: (name) => `${name} est renvoyé.`,
    remove: (name) => `${name} est retiré de la liste.`,
  },
};
