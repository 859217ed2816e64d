import type { SignInMailTexts } from '../en/sign-in-mails.js';

export const signInMails: SignInMailTexts = {
  greeting: (name) => `Bonjour ${name},`,
  linkSubject: 'Votre lien de connexion',
  linkHeading: 'Connexion',
  linkIntro: (minutes) =>
    `Ouvrez ce lien dans le navigateur où vous l’avez demandé. Il sert une seule fois, pendant ${String(minutes)} minutes.`,
  link: 'Se connecter',
  codeIntro: 'Vous l’avez demandé sur un autre appareil ? Saisissez-y ce code :',
  notYou:
    'Vous n’avez rien demandé ? Alors vous n’avez rien à faire : sans votre second facteur, personne ne peut entrer.',
  newsSubject: 'Votre mode de connexion a changé',
  newsHeading: 'Votre mode de connexion a changé',
  news: {
    added: 'Un second facteur a été configuré pour vous.',
    removed: 'Un de vos seconds facteurs a été retiré.',
    reset:
      'Le Secrétariat a réinitialisé votre second facteur, et toutes vos sessions sont terminées. À votre prochaine connexion, vous en configurerez un autre.',
    recovery_used: 'Quelqu’un s’est connecté en votre nom avec l’un de vos codes de secours.',
    recovery_made: 'De nouveaux codes de secours ont été établis pour vous ; les anciens ne fonctionnent plus.',
  },
  look: 'Vérifier',
  notYouNews: 'Si ce n’était pas vous, prévenez immédiatement votre Secrétariat.',
  noReply: 'Ce message a été écrit par une machine ; les réponses n’arrivent à personne.',
};
