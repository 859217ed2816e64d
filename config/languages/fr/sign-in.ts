import type { PageTexts } from '../en/pages.js';

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
};
