import type { MailTexts } from '../en/mails.js';

/** O que dizem as mensagens em português. */
export const pt: MailTexts = {
  greeting: (name) => `Bom dia, ${name},`,
  places: { 'Africa/Casablanca': 'Casablanca', 'Europe/Lisbon': 'Lisboa', 'Europe/Vienna': 'Viena' },

  subjectOfOne: (status, title) => `${status}: ${title}`,
  subjectOfMany: (count, late) =>
    late === 0
      ? `${String(count)} mensagens para si`
      : `${String(count)} mensagens para si, das quais ${String(late)} em atraso`,

  headingOfOne: (status) => status,
  headingOfMany: (count, late) => {
    if (late === 0) return `${String(count)} assuntos para sua atenção`;
    return late === 1 ? '1 tarefa está em atraso' : `${String(late)} tarefas estão em atraso`;
  },

  handoverIsOn: (from, to, date, when) =>
    `A passagem da presidência entre ${from} e ${to} tem lugar em ${date}, ${when}.`,
  handoverWasOn: (from, to, date) => `A passagem da presidência entre ${from} e ${to} estava prevista para ${date}.`,
  handoverUndated: (from, to) => `Não está marcada a data da passagem da presidência entre ${from} e ${to}.`,
  and: (first, last) => `${first} e ${last}`,
  unknownChair: 'uma presidência ainda não conhecida',

  inDays: (days) => {
    if (days === 0) return 'hoje';
    return days === 1 ? 'amanhã' : `dentro de ${String(days)} dias`;
  },
  due: (when) => `A entregar ${when}`,
  late: (days) => (days === 1 ? '1 dia de atraso' : `${String(days)} dias de atraso`),
  dueOn: (date, time, place) => `A entregar até ${date}, ${time}, hora de ${place}`,
  elsewhere: (moment, place) => `${moment}, hora de ${place}`,
  undated: 'Sem data',

  states: {
    open: 'Por iniciar',
    started: 'Em curso',
    submitted: 'À espera de apreciação',
    returned: 'Devolvida',
    accepted: 'Aceite',
    waived: 'Dispensada',
    committed: 'Assumida pela presidência seguinte',
  },
  yourMove: 'É a sua vez de agir.',
  waitingFor: (whom) => `À espera: ${whom}.`,
  desks: {
    outgoing: (names) => (names === '' ? 'a presidência cessante' : `a presidência cessante (${names})`),
    incoming: (names) => (names === '' ? 'a presidência seguinte' : `a presidência seguinte (${names})`),
    secretariat: () => 'o Secretariado',
    joint: (names) => (names === '' ? 'ambas as presidências' : `ambas as presidências (${names})`),
  },
  reviewUntil: (date) => `A decidir até ${date}`,
  reviewAsked: 'É pedida a sua apreciação',

  news: {
    'task.submitted': 'Submetida à sua apreciação',
    'task.returned': 'Devolvida: precisa de mais trabalho',
    'task.accepted': 'Aceite',
    'task.waived': 'Dispensada: nada mais é pedido',
    'task.waiver_given': 'Uma presidência dispensou-a: falta a sua resposta',
    'task.committed': 'Assumida pela presidência seguinte',
    'task.fulfilled': 'Cumprido: o que a presidência seguinte assumiu',
    'task.reopened': 'Reaberta: precisa de mais trabalho',
    'task.reassigned': 'Foi-lhe confiada',
    'section.presented': 'Uma secção do dossiê foi-lhe enviada para apreciação',
    'section.accepted': 'Uma secção do dossiê foi aceite',
    'section.accepted_with_reservation': 'Uma secção do dossiê foi aceite com reserva',
    'section.accepted_by_silence': 'Uma secção do dossiê é dada como aceite: ninguém decidiu dentro do prazo',
    'section.returned': 'Uma secção do dossiê foi devolvida: precisa de mais trabalho',
    'section.reopened': 'Uma secção do dossiê mudou: voltará para apreciação',
    'section.commented': 'Um comentário dirige-se a si',
    'section.reminded': 'Uma secção do dossiê continua à espera da sua decisão',
    'handover.prepared': 'A preparação começou',
    'handover.frozen': 'A passagem está pronta para assinatura',
    'handover.signature_given': 'Uma presidência assinou; falta ainda a outra assinatura',
    'handover.signed': 'Ambas as presidências assinaram',
    'handover.reopened': 'Reaberta: as assinaturas dadas deixam de contar',
    'handover.effected': 'A presidência passou',
    'handover.addendum_added': 'Foi junto um aditamento',
    'handover.closed': 'A passagem está encerrada',
    'handover.cancelled': 'A passagem foi cancelada',
    'asset.transferred': 'Um elemento foi entregue: confirme que funciona',
    'asset.confirmed': 'O que foi entregue está confirmado',
    'asset.sent_back': 'Um elemento entregue não funciona',
    'plan.meeting': 'A reunião mudou de data',
    'plan.effect_date': 'O dia em que a presidência passa mudou',
    'plan.holiday': 'Um feriado altera datas',
    'plan.working_day': 'Um feriado esperado é afinal dia útil',
    'plan.rules': 'As datas foram recalculadas',
    'term.proposed': 'Foi proposto um mandato',
    'term.confirmed': 'Foi confirmado um mandato',
    'term.started': 'Começou um mandato',
    'term.concluded': 'Terminou um mandato',
    'term.lapsed': 'Um mandato não se realizará',
    'term.suspended': 'Um mandato está suspenso',
    'term.resumed': 'Um mandato foi retomado',
    'term.extended': 'Um mandato foi prolongado',
    'term.shortened': 'Um mandato foi encurtado',
    'term.holder_changed': 'Um mandato tem outro titular',
    'term.relabelled': 'Um mandato tem outra designação',
    'term.redated': 'Um mandato tem outras datas',
    'rotation.changed': 'Vários mandatos mudaram',
  },
  otherNews: 'Há novidades',

  anchors: {
    MEETING_START: 'Início da reunião',
    MEETING_END: 'Fim da reunião',
    HANDOVER_DATE: 'Passagem da presidência',
    TERM_START: 'Início do novo mandato',
  },
  movedFromTo: (what, from, to) => `${what}: ${to} (antes: ${from})`,
  noDateYet: 'ainda sem data',
  moreDates: (count) => `e mais ${String(count)} datas`,

  open: 'Abrir a passagem',
  openTask: 'Abrir a tarefa',
  openSection: 'Abrir a secção',
  why: {
    person: 'Recebe esta mensagem porque lhe é dirigida.',
    outgoing: 'Recebe esta mensagem porque trabalha para a presidência cessante.',
    incoming: 'Recebe esta mensagem porque trabalha para a presidência seguinte.',
    secretariat: 'Recebe esta mensagem porque trabalha no Secretariado.',
  },
  whenItStops:
    'Cessa quando a tarefa fica resolvida, muda de data ou é confiada a outra pessoa, quando a passagem é encerrada, ou quando deixa as suas funções.',
  noReply: 'Esta mensagem foi escrita por uma máquina; as respostas não chegam a ninguém.',
};
