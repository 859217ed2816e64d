import type { PageTexts } from '../en/pages.js';
import { plural } from '../plural.js';
import { activityLines } from './activity-lines.js';

export const activity: PageTexts['activity'] = {
  lines: activityLines,
  afterName: ' ',
  other: (what) => `alterou ${what}`,
  thisHandover: 'a passagem',
  details: {
    'task.committed': (f) => `até ${f.day('dueOn')}`,
    'task.reassigned': (f) => (f.has('person.to') ? `a ${f.person('person.to')}` : ''),
    'task.pinned': (f) => `em ${f.day('pinned.to')}`,
    'handover.created': (f) => plural('pt', f.count('tasks'), { one: '# tarefa', other: '# tarefas' }),
    'handover.signature_given': (f) => `por ${f.desk('side')}`,
    'handover.signed': (f) => `por ${f.desk('side')}`,
    'plan.revised': (f) =>
      f.count('moved') === 0
        ? 'nenhuma data deslocada'
        : plural('pt', f.count('moved'), { one: '# data deslocada', other: '# datas deslocadas' }),
    'role.given': (f) => `${f.role('role')}, a partir de ${f.day('fromDay')}`,
    'role.ended': (f) => `${f.role('role')}, a ${f.day('untilDay')}`,
    'stand_in.named': (f) => `${f.person('standInId')}, de ${f.day('fromDay')} até à véspera de ${f.day('untilDay')}`,
    'stand_in.ended': (f) => `${f.person('standInId')}, a ${f.day('untilDay')}`,
    'asset.added': (f) => f.text('name'),
    'asset.removed': (f) => f.text('name'),
    'asset.transferred': (f) => f.text('name'),
    'asset.confirmed': (f) => f.text('name'),
    'asset.sent_back': (f) => f.text('name'),
    'person.left': (f) => `a ${f.day('leftOn')}`,
  },
  causes: {
    meeting: (f) =>
      f.has('change.startsOn')
        ? `a reunião é de ${f.day('change.startsOn')} a ${f.day('change.endsOn')}`
        : 'a reunião está adiada sem data',
    effect_date: (f) =>
      f.has('change.handoverDate')
        ? `a presidência passa a ${f.day('change.handoverDate')}`
        : 'o dia em que a presidência passa deixou de estar marcado',
    holiday: (f) => `${f.day('change.date')} é feriado`,
    working_day: (f) => `${f.day('change.date')} é dia útil`,
    rules: () => 'segundo as regras atuais',
  },
  title: 'Atividade',
  intro:
    'Tudo o que foi feito nesta passagem, o mais recente em cima. Ao registo só se acrescenta, e cada entrada sela as anteriores.',
  zone: (place) => `As horas são as de ${place}.`,
  filter: 'Entradas mostradas',
  side: 'Quem agiu',
  kind: 'Sobre o quê',
  everyone: 'Todos',
  everything: 'Tudo',
  kinds: {
    tasks: 'Tarefas',
    comments: 'Comentários',
    reviews: 'Apreciação do dossiê',
    documents: 'Documentos',
    dates: 'Datas',
    handover: 'A própria passagem',
  },
  apply: 'Mostrar',
  none: 'Nenhuma entrada corresponde a esta escolha.',
  noneYet: 'Ainda nada foi feito.',
  showAll: 'Mostrar todo o registo',
  older: 'Entradas mais antigas',
  newest: 'Voltar às mais recentes',
  system: 'O sistema',
  exportTable: 'Descarregar como tabela (CSV)',
  columns: {
    seq: 'Entrada',
    at: 'Quando (UTC)',
    local: 'Hora local',
    who: 'Quem',
    side: 'Lado',
    what: 'O quê',
    subject: 'Assunto',
    detail: 'Pormenor',
    text: 'Texto',
    hash: 'Resumo criptográfico',
  },
};
