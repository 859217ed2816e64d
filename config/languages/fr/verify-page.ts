import type { PageTexts } from '../en/pages.js';

export const verifyPage: PageTexts['record']['verify'] = {
  title: 'Vérifier une archive',
  lead: 'L’archive d’une passation est-elle intacte, et est-elle ce qui a été signé ? Elle est vérifiée dans ce navigateur : rien n’en est envoyé nulle part.',
  needsScript:
    'Cette page a besoin de JavaScript, car elle vérifie l’archive ici et non sur un serveur. Sans JavaScript, vérifiez l’archive avec la commande ci-dessous.',
  choose: 'Archive (ZIP)',
  drop: 'Choisissez le fichier, ou déposez-le n’importe où sur cette page.',
  progress: 'Part déjà vérifiée',
  checking: 'Vérification de {name} …',
  whole: 'L’archive est intacte',
  keyKnown: 'Elle a été signée par une clé de cette installation.',
  keyUnknown:
    'Elle a été signée par une clé qui n’est pas de cette installation. Comparez l’empreinte de la clé avec celle qu’a fait connaître l’auteur de l’archive : n’importe qui peut signer avec sa propre clé.',
  facts: {
    title: 'Passation',
    body: 'Organe',
    number: 'Numéro du procès-verbal',
    madeAt: 'Établi',
    documents: 'Documents contenus',
    leftOut: 'Documents à diffusion restreinte laissés de côté',
    sha256: 'SHA-256 du procès-verbal',
    head: 'Tête du registre',
    fingerprint: 'Empreinte de la clé',
  },
  wrong: 'L’archive n’est pas ce qui a été signé',
  wrongHelp:
    'C’est la première chose qui ne va pas ; il peut y en avoir d’autres. Demandez une autre copie à qui vous l’a remise.',
  unable: 'Ce navigateur ne sait pas vérifier les signatures',
  unableHelp: 'Utilisez un navigateur plus récent, à une adresse qui commence par https, ou la commande ci-dessous.',
  unread: 'Le fichier n’a pas pu être lu jusqu’au bout',
  unreadHelp: 'Il a peut-être été modifié ou supprimé entre-temps. Choisissez-le de nouveau.',
  command: {
    title: 'Sans cette page',
    text: 'La même vérification, hors ligne, sur un ordinateur qui a Gavel :',
    without:
      'Sans Gavel, décompressez l’archive et vérifiez fichiers et signature avec des outils que tout système possède :',
  },
  keys: {
    title: 'Clés de cette installation',
    text: 'Empreintes (SHA-256) des clés qui signent ou ont signé des procès-verbaux ici.',
    since: (day) => `Signe depuis le ${day}`,
    between: (from, until) => `A signé du ${from} au ${until} ; ce qu’elle a signé reste valable`,
  },
};
