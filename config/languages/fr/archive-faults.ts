import type { PageTexts } from '../en/pages.js';

export const archiveFaults: PageTexts['record']['faults'] = {
  not_an_archive:
    'Ce n’est pas une archive telle que Gavel la fait : sa fin manque, ou quelque chose a été mis avant ou après, ou un autre programme l’a empaquetée.',
  too_much: 'Elle nomme plus de fichiers que l’archive d’une passation ne peut en avoir.',
  unsafe_name: '« {name} » est un nom qui mène hors de l’archive, ou que certains systèmes ne peuvent garder.',
  twice: '« {name} » s’y trouve deux fois.',
  packed:
    '« {name} » est compressé. Une archive n’a pas de fichiers compressés, pour qu’aucun ne devienne plus grand qu’il n’est.',
  missing: '« {name} » manque.',
  added: '« {name} » n’appartient pas à cette archive, ou pas à cette place.',
  container: 'Ce que l’archive dit de « {name} » en dehors du fichier lui-même a été modifié.',
  content: '« {name} » n’est pas ce que dit sa somme de contrôle : le fichier ou la somme a été modifié.',
  sums: 'Les sommes de contrôle (SHA256SUMS) ne sont pas celles des fichiers.',
  record: 'record.json n’est pas un procès-verbal tel que Gavel l’écrit.',
  signature: 'La signature n’est pas celle de ce procès-verbal avec ces pages.',
  key: 'La clé publique n’est pas celle que nomme le procès-verbal.',
  document: '« {name} » n’est pas le document que nomme le procès-verbal.',
  account: 'L’entrée {entry} du registre est fausse : {reason}.',
  account_head: 'Le registre n’est pas celui que nomme le procès-verbal, ou ne nomme pas celui-ci.',
  reasons: {
    altered: 'elle n’est pas ce qui a été haché',
    missing: 'elle manque, mais une suivante est là',
    out_of_order: 'elle vient une seconde fois, ou après une suivante',
    unlinked: 'elle est enchaînée à une autre entrée que la précédente',
    truncated: 'elle manque, mais le procès-verbal en connaît l’empreinte',
    other_head: 'le procès-verbal en connaît une autre empreinte',
    text_differs: 'le texte à côté n’est pas celui qui a été écrit',
    unreadable: 'elle est illisible',
  },
};
