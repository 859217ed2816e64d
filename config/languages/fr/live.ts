import { plural } from '../plural.js';
import type { PageTexts } from '../en/pages.js';

export const live: PageTexts['live'] = {
  taskChanged: 'Cette tâche a changé depuis que vous avez ouvert la page.',
  sectionChanged: 'Cette section a changé depuis que vous avez ouvert la page.',
  pageChanged: 'Ce que montre cette page a changé depuis que vous l’avez ouverte.',
  showNow: 'Afficher l’état actuel',
  sessionOver: 'Votre session est terminée.',
  signInAgain: 'Se reconnecter',
  changes: (count) =>
    plural('fr', count, {
      one: '# modification par d’autres personnes dans cette passation',
      other: '# modifications par d’autres personnes dans cette passation',
    }),
  mailbox: {
    title: 'Boîte aux lettres de la démonstration',
    lead: 'Tous les courriels envoyés, du plus récent au plus ancien. Aucun ne quitte cette machine.',
    empty: 'Aucun courriel n’a encore été envoyé. Avancez l’horloge jusqu’à la prochaine échéance pour en voir.',
    emptyFor: 'Aucun courriel de ce genre n’a encore été envoyé.',
    count: (count) => plural('fr', count, { one: '# courriel', other: '# courriels' }),
    filter: 'Quels courriels',
    person: 'Destinataire',
    everyone: 'Tout le monde',
    language: 'Langue',
    allLanguages: 'Toutes les langues',
    apply: 'Afficher',
    all: 'Tous les courriels',
    sent: 'Envoyé',
    download: 'Télécharger ce courriel (.eml)',
    newer: 'Courriels plus récents',
    older: 'Courriels plus anciens',
  },
};
