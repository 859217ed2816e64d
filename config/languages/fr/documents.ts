import type { PageTexts } from '../en/pages.js';

export const documents: PageTexts['documents'] = {
  title: 'Ajouter un document',
  titleOfVersion: 'Ajouter une nouvelle version',
  file: 'Fichier',
  fileHint: (limit) =>
    `PDF, Word (DOCX), Excel (XLSX), OpenDocument (ODT, ODS), PNG ou JPEG, sans macros ; ${limit} au plus.`,
  slowHint:
    'Sur une ligne lente, un fichier volumineux prend quelques minutes. Si la ligne est coupée, rien n’est enregistré : envoyez-le de nouveau.',
  name: 'Titre',
  nameHint: 'Ce que les autres lisent dans la liste ; le nom du fichier reste tel quel.',
  language: 'Langue du document',
  languages: { en: 'Anglais', fr: 'Français', pt: 'Portugais', ar: 'Arabe', es: 'Espagnol' },
  otherLanguage: 'Plusieurs langues, ou une autre',
  marking: 'Qui peut le lire ?',
  markings: {
    public: {
      name: 'Public',
      help: 'Toutes les personnes qui prennent part à cette instance, observateurs compris.',
    },
    participants: { name: 'Participants', help: 'Les équipes des deux présidences et le secrétariat.' },
    restricted: {
      name: 'Restreint',
      help: 'Les équipes des deux présidences et le secrétariat ; à ne pas transmettre, et les navigateurs n’en gardent pas de copie.',
    },
  },
  replaces: 'Remplace-t-il un document ?',
  replacesNothing: 'Non, c’est un nouveau document',
  replacesVersion: (title, version) => `Oui, la version ${String(version)} de « ${title} »`,
  next: 'Le document sert de preuve pour cette tâche dès qu’il est ajouté. L’autre partie n’est informée que lorsque vous envoyez la tâche en examen.',
  send: 'Ajouter le document',
  cancel: 'Retour à la tâche',
  added: (title) => `« ${title} » a été ajouté.`,
  versionAdded: (title, version) => `La version ${String(version)} de « ${title} » a été ajoutée.`,
  replacedMeanwhile:
    'Une version a été ajoutée depuis que vous avez ouvert cette page. Regardez laquelle est désormais la plus récente.',
  asked: 'Ce que cette tâche demande',
  present: 'Documents déjà présents',
  progress: {
    label: 'Envoi du fichier',
    sent: '{sent} sur {total}',
    left: 'encore {time} environ',
    checking: 'Le fichier est arrivé ; il est en cours de vérification.',
    slow: 'La ligne est lente. Laissez cette page ouverte ; vous pouvez continuer dans un autre onglet.',
    broken: 'La ligne a été coupée et rien n’a été enregistré. Votre saisie est toujours là : envoyez-la de nouveau.',
  },
  problems: {
    missing: () => 'Choisissez un fichier',
    empty: () => 'Le fichier est vide : choisissez-en un qui ait un contenu',
    tooLarge: (limit) => `Le fichier dépasse ${limit} : réduisez-le ou divisez-le`,
    name: () =>
      'Le nom du fichier contient un chemin ou des signes qui ne peuvent être affichés, ou il est trop long : renommez-le',
    type: () => 'Le contenu du fichier n’est d’aucun des types ci-dessus, quel que soit son nom',
    damaged: () =>
      'Le fichier est endommagé ou protégé par un mot de passe : ouvrez-le, enregistrez-le à nouveau et choisissez-le encore une fois',
    macros: () => 'Le fichier contient des macros : enregistrez-le sans elles, en DOCX ou XLSX',
    unsafe: () =>
      'Le fichier se décompresse en bien plus qu’un document, ou hors de lui-même : enregistrez-le à nouveau',
    incomplete: () => 'Le fichier n’est pas arrivé en entier : envoyez-le de nouveau',
  },
  version: (version) => `Version ${String(version)}`,
  sentBy: (name, day) => `${name}, ${day}`,
  earlier: 'Versions précédentes',
  newVersion: 'Ajouter une nouvelle version',
};
