import type { linkList as english } from '../en/link-list.js';
import { plural } from '../plural.js';

/** Many links brought in at once. */
export const linkList: typeof english = {
  title: 'Ajouter plusieurs liens',
  help: 'Un lien par ligne : tâche, adresse, titre et, au besoin, la langue (en, fr, pt, ar, es) et la diffusion (public, participants, restricted). Séparez-les par des tabulations, des points-virgules ou des virgules, comme les copient les tableurs.',
  label: 'Liens',
  whole: 'Tous sont ajoutés, ou aucun si l’un d’eux est incorrect.',
  button: 'Ajouter tous les liens',
  back: 'Retour aux tâches',
  none: 'Indiquez au moins un lien',
  most: (most: number) => `Indiquez au plus ${String(most)} liens à la fois`,
  line: (line: number, what: string) => `Ligne ${String(line)} : ${what}`,
  fields: { task: 'tâche', title: 'titre', reference: 'adresse', language: 'langue', marking: 'diffusion' },
  faults: {
    no_task: 'n’est pas une tâche de cette passation',
    listed_twice: 'figure deux fois dans la liste',
    there_already: 'est déjà une pièce de cette tâche',
  },
  done: (count: number) =>
    plural('fr', count, { one: '# lien est ajouté.', many: '# liens sont ajoutés.', other: '# liens sont ajoutés.' }),
};
