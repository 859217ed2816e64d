import type { linkList as english } from '../en/link-list.js';
import { plural } from '../plural.js';

/** Many links brought in at once. */
export const linkList: typeof english = {
  title: 'Acrescentar várias ligações',
  help: 'Uma ligação por linha: tarefa, endereço, título e, se quiser, a língua (en, fr, pt, ar, es) e quem a pode ver (public, participants, restricted). Separe-os por tabulações, pontos e vírgulas ou vírgulas, como os copiam as folhas de cálculo.',
  label: 'Ligações',
  whole: 'São todas acrescentadas, ou nenhuma se uma estiver errada.',
  button: 'Acrescentar todas as ligações',
  back: 'Voltar às tarefas',
  none: 'Indique pelo menos uma ligação',
  most: (most: number) => `Indique no máximo ${String(most)} ligações de cada vez`,
  line: (line: number, what: string) => `Linha ${String(line)}: ${what}`,
  fields: { task: 'tarefa', title: 'título', reference: 'endereço', language: 'língua', marking: 'quem a pode ver' },
  faults: {
    no_task: 'não é uma tarefa desta passagem',
    listed_twice: 'está duas vezes na lista',
    there_already: 'já é uma prova desta tarefa',
  },
  done: (count: number) =>
    plural('pt', count, {
      one: '# ligação foi acrescentada.',
      many: '# ligações foram acrescentadas.',
      other: '# ligações foram acrescentadas.',
    }),
};
