import type { PageTexts } from '../en/pages.js';
import { plural } from '../plural.js';
import { planWords } from './plan-words.js';

const tasks = (count: number) => plural('pt', count, { one: '# tarefa', other: '# tarefas' });
const people = (count: number) => plural('pt', count, { one: '# pessoa', other: '# pessoas' });
const reminders = (count: number, one: string, other: string) =>
  plural('pt', count, { one: `# lembrete ${one}`, other: `# lembretes ${other}` });

export const move: PageTexts['move'] = {
  ...planWords,
  titles: {
    meeting: 'Mudar a data da reunião',
    postponed: 'Adiar a reunião sem nova data',
    effect_date: 'Mudar o dia da passagem da presidência',
    holiday: 'Foi decretado um feriado',
    working_day: 'Um feriado previsto é dia útil',
    rules: 'Calcular de novo todas as datas',
  },
  asked: {
    meeting: (dates) => `Mudar a reunião para ${dates}?`,
    postponed: 'Adiar a reunião sem nova data?',
    effect_date: (date) => `Passar a presidência em ${date}?`,
    effectUndated: 'Deixar em aberto o dia da passagem da presidência?',
    holiday: (date, place) => `Tornar ${date} um feriado para ${place}?`,
    working_day: (date, place) => `Tornar ${date} um dia útil para ${place}?`,
    rules: 'Calcular de novo todas as datas?',
  },
  undated: 'sem data',
  lead: 'Ainda nada muda: primeiro vê cada data, cada lembrete e todas as pessoas que seriam informadas.',
  now: 'Situação atual',
  meeting: 'Reunião',
  firstDay: 'Primeiro dia',
  lastDay: 'Último dia',
  meetingStart: 'Reunião, primeiro dia',
  meetingEnd: 'Reunião, último dia',
  handover: 'Passagem',
  termStart: 'Novo mandato',
  newDates: 'Novas datas',
  candidate: (number) => `Datas, proposta ${String(number)}`,
  compare: 'Comparar com outras datas',
  compareHint: 'Acrescente uma ou duas propostas para ver, lado a lado, o que cada uma faria.',
  keep: 'A presidência passa na mesma no dia acordado',
  keepHint: (date) =>
    `A passagem mantém-se em ${date}. Caso contrário, acompanha a reunião, se for num dos dias desta.`,
  preview: 'Ver o que mudaria',
  otherCauses: 'Aconteceu outra coisa?',
  withOthers: (count) =>
    plural('pt', count, {
      one: 'Outra passagem depende desta reunião e muda com ela:',
      other: '# outras passagens dependem desta reunião e mudam com ela:',
    }),
  tooLate: {
    effected: 'A presidência já passou: nem a reunião nem o dia da passagem podem ser mudados.',
    closed: 'Esta passagem está encerrada: as suas datas ficam como estão.',
    cancelled: 'Esta passagem foi cancelada: as suas datas ficam como estão.',
  },
  postponedHint:
    'Todas as tarefas que dependem da reunião perdem a data e os lembretes até haver nova data. O que está feito fica como está.',
  effectDate: 'Dia em que a presidência passa',
  effectStart: 'Primeiro dia do novo mandato, se for outro dia',
  undatedEffect: 'Não há dia acordado',
  calendar: 'De quem é o calendário',
  holidayDay: 'Dia',
  holidayName: 'Nome do feriado',
  expected: 'Está apenas previsto, ainda não decretado',
  workingDayHint: 'Só se pode retirar um dia introduzido isoladamente, não uma festa anual.',
  rulesHint: 'Para quando um calendário foi alterado: cada regra é aplicada aos calendários atuais.',

  comparing: 'Comparar datas',
  comparisonCaption: 'O que cada proposta faria',
  measures: {
    measure: 'O que aconteceria',
    moved: 'Tarefas que mudam de data',
    tight: 'Tarefas com pouco tempo',
    outOfOrder: 'Tarefas com prazo antes daquilo por que esperam',
    daysOff: 'Dias da reunião sem trabalho',
    vanish: 'Lembretes que desaparecem',
    moveOn: 'Lembretes que mudam',
    appear: 'Lembretes novos',
    told: 'Pessoas informadas',
    handoverDate: 'Dia da passagem',
  },
  choose: 'Ver tudo',
  fewest: 'o menor',
  changeDates: 'Escolher outras datas',

  summary: (moved, total) => `Tarefas que mudam de data: ${String(moved)} de ${String(total)}`,
  nobodyTold: 'ninguém é informado',
  toDecision: 'Ir para a sua decisão',
  nothingChanges: 'Nada mudaria: todas as datas já são estas.',
  anchorsTitle: 'Os dias de que tudo depende',
  anchorsCaption: 'Os dias antes e depois da mudança',
  was: 'Antes',
  becomes: 'Depois',
  attention: 'A ver primeiro',
  noFindings:
    'Nenhum prazo fica demasiado curto, nenhum dia da reunião é sem trabalho e nenhuma tarefa vem antes daquilo por que espera.',
  tightTitle: 'Pouco tempo',
  orderTitle: 'Prazo antes daquilo por que espera',
  daysOffTitle: 'Reunião num dia sem trabalho',
  goneTitle: (count) =>
    plural('pt', count, { one: '# problema de hoje desaparece', other: '# problemas de hoje desaparecem' }),
  changes: 'O que muda',
  movedIn: (count, total) => `mudam de data: ${String(count)} de ${String(total)}`,
  otherSections: 'Nas outras secções nenhuma data muda.',
  noDates: 'Nenhuma data muda.',
  task: 'Tarefa',
  why: 'Porquê',
  later: (days) => plural('pt', days, { one: '# dia mais tarde', other: '# dias mais tarde' }),
  earlier: (days) => plural('pt', days, { one: '# dia mais cedo', other: '# dias mais cedo' }),
  loses: 'perde a data',
  gets: 'recebe uma data',
  atOnce: 'para já',
  stays: 'O que fica',
  pinned: 'Estes dias foram fixados à mão e mantêm-se, embora a regra os mudasse:',
  keptDates: (count) =>
    plural('pt', count, {
      one: '# tarefa está concluída e mantém a data.',
      other: '# tarefas estão concluídas e mantêm a data.',
    }),
  unchanged: (count) =>
    plural('pt', count, { one: '# tarefa tem a mesma data de antes.', other: '# tarefas têm a mesma data de antes.' }),
  staysOn: (date, rule) => `mantém-se em ${date}; a regra daria: ${rule}`,
  reminders: 'Lembretes',
  remindersMove: (count) => reminders(count, 'muda com a sua tarefa.', 'mudam com as suas tarefas.'),
  remindersVanish: (count) =>
    reminders(
      count,
      'desaparece, porque o seu dia passou ou a tarefa ficou sem data:',
      'desaparecem, porque o seu dia passou ou a tarefa ficou sem data:',
    ),
  remindersAppear: (count) => reminders(count, 'é novo:', 'são novos:'),
  noReminders: 'Nenhum lembrete muda.',
  toldTitle: 'Quem é informado',
  toldHint: 'Cada pessoa recebe uma só mensagem, sobre as datas do seu lado e na sua língua.',
  notYou: 'Não recebe mensagem sobre o que a própria pessoa faz.',
  chart: 'Prazos das tarefas, agora e depois',
  chartNow: 'Agora',
  chartThen: 'Depois',
  chartToday: 'hoje',
  chartText: (now, then) =>
    `Cada ponto é uma tarefa no seu prazo; o losango é a reunião, agora ${now}, depois ${then}.`,
  perHandover: 'Passagens que mudam em conjunto',
  perHandoverCaption: 'O que a mudança faz a cada passagem',
  thisOne: 'esta',

  decision: 'A sua decisão',
  reason: 'Porque mudam as datas?',
  reasonHint: 'Nas palavras de quem decidiu. Fica na atividade, e todos os que participam na passagem o podem ler.',
  apply: (moved, told) => `Mudar ${tasks(moved)} e informar ${people(told)}`,
  applyUndated: (undated, told) => `Retirar a data de ${tasks(undated)} e informar ${people(told)}`,
  applyMany: (moved, handovers, told) =>
    `Mudar ${tasks(moved)} de ${String(handovers)} passagens e informar ${people(told)}`,
  working: (handovers) =>
    plural('pt', handovers, {
      one: 'As datas estão a ser mudadas. A página continua por si.',
      other: 'As datas de # passagens estão a ser mudadas. Demora alguns segundos; a página continua por si.',
    }),
  longWork: (handovers) =>
    `As ${String(handovers)} passagens mudam de uma só vez, ou nenhuma. Pode demorar alguns segundos; premir duas vezes não faz nada duas vezes.`,
  done: (moved, told) =>
    `${plural('pt', moved, { one: '# tarefa mudou', other: '# tarefas mudaram' })} de data, e ${plural('pt', told, { one: '# pessoa é informada', other: '# pessoas são informadas' })}.`,

  staleTitle: 'Algo mudou desde que viu esta página',
  staleHelp:
    'Nada foi mudado, e o seu motivo foi guardado. Esta página mostra a situação atual: veja-a e decida de novo.',
  staleCounts: (before, after) => `Tinha visto: ${before}. Agora: ${after}.`,
  counts: (moved, told) =>
    `${plural('pt', moved, { one: '# tarefa muda', other: '# tarefas mudam' })}, ${plural('pt', told, { one: '# pessoa é informada', other: '# pessoas são informadas' })}`,
  countsUndated: (undated, told) =>
    `${plural('pt', undated, { one: '# tarefa perde a data', other: '# tarefas perdem a data' })}, ${plural('pt', told, { one: '# pessoa é informada', other: '# pessoas são informadas' })}`,
  since: 'Desde então:',
  refusedTitle: 'Estas datas não podem ser mudadas',

  revisions: 'O plano e as suas revisões',
  revisionsLead:
    'Sempre que as datas são calculadas de novo, o plano recebe um novo número. O mais recente está em cima.',
  revision: (number) => `Plano, revisão ${String(number)}`,
  revisionsCaption: 'Revisões do plano',
  columns: { revision: 'Revisão', when: 'Quando', who: 'Por', what: 'O que aconteceu', moved: 'Datas mudadas' },
  causes: {
    created: 'O primeiro plano',
    meeting: 'A reunião mudou de data',
    postponed: 'A reunião foi adiada sem data',
    effect_date: 'O dia da passagem foi mudado',
    holiday: 'Foi decretado um feriado',
    working_day: 'Um feriado previsto é dia útil',
    rules: 'Todas as datas foram calculadas de novo',
    task: (task) => `O dia de uma tarefa foi mudado: ${task}`,
  },
  current: 'em vigor',
  firstPlan: 'Todas as tarefas receberam as suas primeiras datas.',
  older: 'Revisões mais antigas',
  toRevisions: 'Todas as revisões do plano',
};
