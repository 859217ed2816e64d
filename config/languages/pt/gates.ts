import type { PageTexts } from '../en/pages.js';
import { plural } from '../plural.js';
import { gateSentences } from './gate-sentences.js';

export const gates: PageTexts['gates'] = {
  title: 'Isto não é possível agora',
  other: 'Falta ainda cumprir uma condição.',
  count: (count) =>
    plural('pt', count, { one: 'Uma condição não está cumprida:', other: '# condições não estão cumpridas:' }),
  whose: {
    outgoing: 'À espera da presidência cessante.',
    incoming: 'À espera da presidência seguinte.',
    secretariat: 'À espera do Secretariado.',
    joint: 'À espera de ambas as presidências.',
    nobody: '',
  },
  look: {
    task: (id) => `Abrir a tarefa ${id}`,
    term: 'Abrir a rotação',
    handover: 'Abrir a passagem',
    meeting: 'Abrir o calendário',
    person: 'Abrir a página da pessoa',
    section: 'Abrir a secção',
    archive: 'Abrir o arquivo',
  },
  desks: {
    outgoing: 'a presidência cessante',
    incoming: 'a presidência seguinte',
    secretariat: 'o Secretariado',
    joint: 'ambas as presidências',
  },
  fields: {
    reason: 'o motivo',
    decidedBy: 'quem o decidiu',
    id: 'o nome curto',
    label: 'a designação impressa',
    on: 'o dia',
    end: 'o último dia',
    'planned.start': 'o primeiro dia previsto',
    'planned.end': 'o último dia previsto',
  },
  sentences: gateSentences,
};
