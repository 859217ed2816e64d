import type { PageTexts } from '../en/pages.js';
import { plural } from '../plural.js';

export const signIn: PageTexts['signIn'] = {
  title: 'Se connecter',
  what: 'Ce service réunit en un seul lieu les tâches, les échéances et les documents d’une passation entre deux présidences, et le rappelle à temps aux deux côtés.',
  demoTitle: 'Faire un essai',
  demoHint:
    'Ceci est une démonstration avec des personnes inventées. Choisissez qui vous voulez être ; rien de ce que vous faites ici n’atteint personne.',
  signInAs: (name) => `Se connecter en tant que ${name}`,
  signedOut: 'Vous êtes déconnecté.',
  titles: {
    'ma-lead': 'Équipe de la présidence sortante, responsable (Maroc)',
    'ma-delegate': 'Équipe de la présidence sortante (Maroc)',
    'pt-lead': 'Équipe de la présidence entrante, responsable (Portugal)',
    'pt-delegate': 'Équipe de la présidence entrante (Portugal)',
    'sec-lead': 'Secrétariat',
    observer: 'Observateur',
  },

  address: {
    label: 'Adresse électronique',
    hint: 'Celle que votre Secrétariat connaît. Vous recevez un lien par courriel ; il n’y a pas de mot de passe.',
    send: 'Envoyez-moi un lien',
    openIdTitle: 'Par votre organisation',
    openIdHint: 'Si votre ministère ou votre agence vous authentifie lui-même, continuez là-bas.',
    openId: 'Se connecter par mon organisation',
  },
  sent: {
    title: 'Consultez votre messagerie',
    told: (address) =>
      `Si ${address} est connue ici, un courriel est en route. Il contient un lien et un code ; chacun sert une seule fois, pendant 10 minutes.`,
    here: 'Ouvrez le lien dans ce navigateur.',
    codeTitle: 'Votre messagerie est sur un autre appareil ?',
    codeLabel: 'Code du courriel',
    codeHint: 'Six chiffres. Vous avez cinq essais.',
    go: 'Continuer',
    noMail:
      'Pas de courriel après quelques minutes ? Regardez dans les courriels indésirables, vérifiez l’adresse ou demandez à votre Secrétariat.',
    another: 'Prendre une autre adresse, ou demander encore une fois',
  },
  link: {
    readyTitle: 'Encore un pas',
    ready:
      'Appuyez sur le bouton pour continuer. Les programmes qui ne font que regarder les liens n’appuient pas : le lien reste à vous.',
    go: 'Continuer',
    otherTitle: 'Ce lien a été demandé dans un autre navigateur',
    other:
      'Il ne fonctionne que là où il a été demandé. Retournez-y et saisissez le code du même courriel ; ou demandez ici un nouveau lien.',
    goneTitle: 'Ce lien ne fonctionne plus',
    gone: 'Il a déjà servi, ou il a plus de 10 minutes. Demandez-en un nouveau.',
    askAnew: 'Demander un nouveau lien',
  },
  nobody:
    'Cette adresse n’a de part dans aucune passation ici. Si vous pensez que si, demandez au Secrétariat de votre instance.',
  tooLong: 'Cela a pris plus de temps que permis. Veuillez recommencer.',
  bodies: {
    title: 'Où voulez-vous aller ?',
    lead: 'Votre adresse est connue de plusieurs instances. Chacune a son propre second facteur.',
  },
  factor: {
    title: 'Montrez que c’est bien vous',
    lead: (body) =>
      `Un courriel peut être lu par d’autres. C’est pourquoi une seconde preuve est demandée avant d’ouvrir : ${body}.`,
    passkeyTitle: 'Clé d’accès',
    passkeyHint:
      'Votre appareil, votre téléphone ou votre clé de sécurité demande votre empreinte, votre visage ou un code PIN.',
    usePasskey: 'Utiliser une clé d’accès',
    passkeyFailed: 'La clé d’accès n’a pas été acceptée. Réessayez, ou prenez un autre moyen.',
    needsScript: 'Les clés d’accès ont besoin de JavaScript, qui est désactivé dans ce navigateur.',
    appTitle: 'Code de votre application',
    appLabel: 'Les six chiffres que l’application affiche maintenant',
    appHint: 'Chaque code sert une seule fois.',
    go: 'Continuer',
    lostTitle: 'Appareil perdu ?',
    recoveryLabel: 'Code de secours',
    recoveryHint: 'Par exemple K7QF-2M3X-9TRB. Chacun sert une seule fois.',
    useRecovery: 'Utiliser un code de secours',
    lostAll: 'Sans code de secours, adressez-vous à votre Secrétariat : il peut réinitialiser votre second facteur.',
    recovered: (left) =>
      plural('fr', left, {
        one: 'Vous êtes connecté. Il reste # code de secours.',
        other: 'Vous êtes connecté. Il reste # codes de secours.',
      }),
  },
  add: {
    title: 'Configurer un second facteur',
    lead: 'Désormais, deux choses vous ouvrent l’accès : votre courriel, et quelque chose que vous seul possédez. Choisissez-en une ; vous pourrez en ajouter d’autres plus tard.',
    passkeyTitle: 'Une clé d’accès',
    passkeyHint:
      'Le plus simple : votre appareil, votre téléphone ou votre clé de sécurité demande votre empreinte, votre visage ou un code PIN.',
    makePasskey: 'Configurer une clé d’accès',
    noPasskeyHere:
      'Les clés d’accès ne peuvent pas servir à cette adresse, qui n’est pas un nom d’hôte. Prenez une application.',
    appTitle: 'Une application qui affiche des codes',
    appHint: 'Toute application de codes à usage unique, sur votre téléphone ou votre ordinateur, convient.',
    scan: 'Scannez cette image avec l’application',
    secret: 'ou saisissez-y ce secret',
    open: 'ou ouvrez-le dans une application de cet appareil',
    openLink: 'Ouvrir dans une application',
    appLabel: 'Les six chiffres que l’application affiche maintenant',
    go: 'Configurer l’application',
    hasApp: 'Vous avez déjà une application. Pour en prendre une autre, retirez d’abord la première.',
    added: 'C’est configuré. Servez-vous-en à votre prochaine connexion.',
  },
  codes: {
    title: 'Conservez vos codes de secours',
    lead: 'Si votre appareil est perdu, chacun de ces codes vous ouvre l’accès une fois. Ils ne sont affichés que maintenant : imprimez-les ou notez-les, et gardez-les à l’écart de votre appareil.',
    print: 'Imprimer',
    goOn: 'Je les ai conservés : continuer',
  },
  factors: {
    title: 'Votre mode de connexion',
    lead: 'En plus de votre courriel, l’un de ces moyens est demandé à chaque connexion.',
    passkey: 'Clé d’accès',
    app: 'Application à codes',
    added: (date) => `Configuré le ${date}`,
    used: (date) => `Utilisé pour la dernière fois le ${date}`,
    remove: 'Retirer',
    removeWhat: (what, date) => `${what}, configuré le ${date}`,
    last: 'Le dernier ne peut pas être retiré. Ajoutez-en d’abord un autre.',
    none: 'Vous n’en avez pas encore. Il sera configuré à votre prochaine connexion par courriel.',
    add: 'En ajouter un',
    removed: 'Il est retiré.',
    codesTitle: 'Codes de secours',
    codesLeft: (left) =>
      plural('fr', left, { one: 'Il reste # code inutilisé.', other: 'Il reste # codes inutilisés.' }),
    newCodes: 'Établir de nouveaux codes',
    newCodesHint: 'Les nouveaux codes remplacent les anciens, qui cessent aussitôt de fonctionner.',
  },
  again: {
    title: 'Montrez encore une fois que c’est bien vous',
    lead: 'La suite demande une connexion qui ne date pas de plus de cinq minutes.',
    go: 'Continuer',
    begin: 'Veuillez vous connecter de nouveau.',
  },
  reset: {
    title: 'Réinitialiser un second facteur',
    of: (name) => `Pour ${name}, qui l’a perdu.`,
    what: [
      'Ses clés d’accès, son application et ses codes de secours cessent de fonctionner.',
      'Toutes ses sessions se terminent.',
      'À sa prochaine connexion par courriel, cette personne en configure un autre.',
      'Elle est prévenue par courriel, et le registre en fait état.',
    ],
    check:
      'Assurez-vous que c’est vraiment cette personne qui le demande : appelez-la à un numéro que vous connaissez.',
    go: 'Réinitialiser',
    done: (name) => `Le second facteur de ${name} est réinitialisé.`,
  },
  openId: {
    title: 'La connexion n’a pas abouti',
    unreachable:
      'Le service de connexion de votre organisation ne répond pas pour le moment. Réessayez dans un instant.',
    refused: 'Votre organisation ne vous a pas laissé entrer, ou vous avez fait demi-tour.',
    unproved: 'La réponse ne vient pas de la connexion commencée dans ce navigateur. Recommencez.',
    weak: 'Votre organisation vous a laissé entrer sans second facteur. Demandez-lui d’en exiger un pour ce service.',
    unverified: 'Votre organisation ne se porte pas garante de votre adresse électronique.',
    unknown:
      'Votre organisation vous a laissé entrer, mais le Secrétariat ne connaît pas votre adresse. Demandez-lui de vous ajouter.',
    help: 'Rien n’a été changé. Vous pouvez aussi vous connecter par courriel.',
    back: 'À la page de connexion',
  },
};
