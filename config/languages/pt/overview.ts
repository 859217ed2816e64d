import type { PageTexts } from '../en/pages.js';
import { plural } from '../plural.js';

export const overview: PageTexts['overview'] = {
  title: (from, to) => `Passagem da presidência: ${from} – ${to}`,
  daysTo: (days) => plural('pt', days, { one: 'dia até à passagem', other: 'dias até à passagem' }),
  today: 'A presidência passa hoje',
  passed: (date) => `A presidência passou a ${date}`,
  undated: 'Não está marcada a data da passagem',
  meeting: 'Reunião',
  termLine: (from, until, member) => `${member}, de ${from} a ${until}`,
  bandTitle: 'Os dois mandatos e a reunião entre eles',
  attention: 'Requer a sua atenção',
  attentionHint: {
    chair: 'Primeiro o que está em atraso ou foi devolvido, depois o que vence esta semana.',
    review:
      'Primeiro o que espera pela sua apreciação, o mais antigo em cima; depois o que está em atraso ou vence esta semana.',
    secretariat: 'O que está em atraso seja onde for, e as tarefas sem movimento há uma semana.',
  },
  nothing: 'Nada espera por si hoje.',
  nextDate: (date, task) => `O próximo prazo é ${date}: ${task}.`,
  silent: (days) => plural('pt', days, { one: 'sem movimento há # dia', other: 'sem movimento há # dias' }),
  allTasks: (count) => plural('pt', count, { one: 'Ver a tarefa', other: 'Ver as # tarefas' }),
  readiness: 'Estado de preparação',
  readinessText: (ready, total) => `${String(ready)} de ${String(total)} tarefas resolvidas`,
  bySection: 'Preparação por secção',
  settledOf: (settled, total) => `${String(settled)} de ${String(total)}`,
  activity: 'Atividade recente',
  allActivity: 'Toda a atividade',
  left: 'Tarefas por resolver',
  leftActual: (count) => `Real: ${String(count)}`,
  leftPlanned: (count) => `Segundo os prazos: ${String(count)}`,
  leftTable: { caption: 'Tarefas por resolver, por dia', day: 'Dia', actual: 'Restantes', planned: 'Previstas' },
};
