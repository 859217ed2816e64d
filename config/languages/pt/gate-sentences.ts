import type { PageTexts } from '../en/pages.js';
import { plural } from '../plural.js';

export const gateSentences: PageTexts['gates']['sentences'] = {
  'task.wrong_state': (f) =>
    `O estado da tarefa é «${f.taskStates('state')}». Isto só é possível no estado: ${f.taskStates('allowedFrom')}.`,
  'task.not_your_side': (f) => `Só podem agir aqui: ${f.desks('desks')}.`,
  'task.needs_lead': (f) => `Esta tarefa é obrigatória: é preciso uma pessoa responsável por ${f.desks('desks')}.`,
  'task.counts_as_both_chairs': () =>
    'Está a substituir alguém e conta como ambas as presidências. Cada presidência tem de se pronunciar por uma pessoa sua.',
  'task.date_past': (f) => `A data indicada, ${f.day('date')}, já passou.`,
  'task.before_new_term': (f) =>
    `A presidência entrante assume-a para o seu próprio mandato: o dia indicado (${f.day('date')}) é anterior ao seu início (${f.day('termStart')}).`,
  'task.handover_over': (f) =>
    `O estado da passagem é «${f.handoverStates('handoverState')}»: as suas tarefas já não mudam.`,
  'task.pack_frozen': () =>
    'O dossiê da passagem está fechado para as assinaturas. O Secretariado tem de reabrir primeiro a passagem.',
  'task.waits_for': (f) => `Espera pela tarefa ${f.text('task')}, cujo estado é «${f.taskStates('state')}».`,
  'task.evidence_missing': () => 'Falta ainda um documento ou uma referência que mostre que a tarefa está feita.',
  'task.counts_as_acceptor': () =>
    'Conta também como o lado que tem de a aceitar: não restaria ninguém para a apreciar. Tem de ser outra pessoa do lado responsável a enviá-la.',
  'task.nothing_to_change': () => 'Já está confiada a esta pessoa e a este serviço.',
  'task.not_pinned': () => 'A sua data não está fixada à mão.',
  'task.takes_no_evidence': () => 'Esta tarefa não pede nenhum documento.',
  'task.no_evidence_yet': () => 'Não há nenhum documento que se possa retirar.',
  'task.own_side_submitted': () =>
    'Foi enviada para apreciação por si ou pelo seu lado. Ninguém aceita o que o seu próprio lado enviou: cabe ao outro lado decidir.',
  'task.own_side_owes': () => 'Conta também como o lado que deve esta tarefa. Tem de ser outra pessoa a decidir.',
  'task.already_agreed': () => 'O seu lado já deu o seu acordo. Falta ainda o da outra presidência.',
  'task.same_person_agreed': () =>
    'Já deu o seu acordo pela outra presidência. Tem de ser agora outra pessoa deste lado a dá-lo.',

  'handover.wrong_state': (f) =>
    `O estado da passagem é «${f.handoverStates('state')}»: isto não é possível nesta fase.`,
  'handover.not_your_side': (f) => `Só podem agir aqui: ${f.desks('desks')}.`,
  'handover.needs_lead': (f) => `É preciso uma pessoa responsável por ${f.desks('desks')}.`,
  'handover.counts_as_both_chairs': () =>
    'Está a substituir alguém e conta como ambas as presidências. Cada presidência tem de assinar por uma pessoa sua.',
  'handover.date_past': (f) => `A data indicada, ${f.day('date')}, já passou.`,
  'handover.task_unsettled': (f) =>
    `A tarefa ${f.text('task')} não está resolvida: o seu estado é «${f.taskStates('state')}».`,
  'handover.already_signed': () => 'O seu lado já assinou.',
  'handover.same_person_signed': () =>
    'Já assinou pela outra presidência. Tem de ser outra pessoa deste lado a assinar.',
  'handover.reference_missing': () =>
    'Sem assinaturas ou sem cerimónia, é preciso indicar a decisão que o permite: ata, carta, nota.',
  'handover.pack_not_frozen': () => 'O dossiê da passagem ainda não está fechado para as assinaturas.',
  'handover.signature_missing': (f) => `Falta ainda a assinatura: ${f.desks('side')}.`,
  'handover.term_not_serving': (f) =>
    `O estado do mandato cessante é «${f.termStates('state')}»: ninguém exerce a presidência que possa passar.`,
  'handover.successor_not_confirmed': (f) =>
    `O estado do mandato seguinte é «${f.termStates('state')}». Tem de ser confirmado primeiro.`,
  'handover.successor_unknown': () => 'Ainda não se sabe quem assume a presidência.',
  'handover.date_missing': () => 'Não está marcada a data em que a presidência passa.',
  'handover.too_early': (f) => `A presidência passa a ${f.day('handoverDate')}; hoje é ${f.day('today')}.`,
  'handover.not_a_party': () => 'Não participa nesta passagem. O Secretariado pode dar-lhe uma função.',
  'handover.wrong_term_state': (f) =>
    `O estado do mandato ${f.text('term')} é «${f.termStates('state')}»: não pode fazer parte de uma nova passagem.`,
  'handover.calendar_missing': () => 'Um dos lados não tem ainda um calendário de dias úteis.',
  'handover.meeting_missing': () => 'Esta passagem não tem reunião: não pode produzir efeito numa.',
  'handover.no_addenda_now': (f) =>
    `Os aditamentos juntam-se depois de as duas presidências terem assinado; a passagem está «${f.handoverStates('state')}».`,
  'handover.writing_ended': (f) =>
    `O seu lado entregou a presidência. Até ${f.day('until')} podia trabalhar aqui; agora só pode ler.`,
  'handover.reading_ended': (f) =>
    `O seu lado entregou a presidência. Até ${f.day('until')} podia ler aqui; agora tem o arquivo do dossiê.`,
  'task.fulfilled_already': () => 'Este compromisso já está marcado como cumprido.',
  'handover.exists': () =>
    'Esta passagem já existe: cada mandato passa uma só vez, e cada nome curto serve uma só vez.',

  'section.wrong_state': (f) =>
    `A secção está «${f.sectionStates('state')}». Isto só é possível quando está: ${f.sectionStates('allowedFrom')}.`,
  'section.not_your_side': (f) => `Só podem agir aqui: ${f.desks('desks')}.`,
  'section.needs_lead': (f) => `É preciso uma pessoa responsável por ${f.desks('desks')}.`,
  'section.counts_as_both_chairs': () =>
    'Está a substituir alguém e conta como ambas as presidências. Cada presidência tem de se pronunciar por uma pessoa sua.',
  'section.date_past': (f) => `A data indicada, ${f.day('date')}, já passou.`,
  'section.before_new_term': (f) =>
    `A presidência entrante assume-a para o seu próprio mandato: o dia indicado (${f.day('date')}) é anterior ao seu início (${f.day('termStart')}).`,
  'section.pack_not_open': (f) =>
    `A passagem está «${f.handoverStates('handoverState')}»: as secções do dossiê são apreciadas durante a sua preparação.`,
  'section.handover_over': (f) =>
    `A passagem está «${f.handoverStates('handoverState')}»: já não se comentam as suas secções.`,
  'section.mention_outside': (f) => `${f.text('person')} não trabalha nesta passagem e não poderia ler o comentário.`,
  'section.summary_missing': () => 'É preciso escrever um resumo da secção.',
  'section.task_unsettled': (f) =>
    `A tarefa ${f.text('task')} tem de estar concluída antes da passagem e não está: está «${f.taskStates('state')}».`,
  'section.counts_as_reviewer': () =>
    'Também conta como a presidência entrante: não restaria ninguém para decidir. Outra pessoa tem de a enviar.',
  'section.own_side_presented': () =>
    'Esta secção foi enviada para apreciação por si ou pelo seu lado. Ninguém decide sobre o que o seu próprio lado enviou.',
  'section.nothing_to_change': () => 'O resumo já diz isto.',
  'handover.section_undecided': (f) =>
    `A secção ${f.text('section')} do dossiê não está aceite: está «${f.sectionStates('state')}».`,

  'asset.handover_over': (f) =>
    `A passagem está «${f.handoverStates('handoverState')}»: o que muda de mãos já não é acompanhado.`,
  'asset.list_frozen': () => 'O dossiê está congelado: nada se junta à lista nem se retira dela.',
  'asset.wrong_step': () => 'Está agora noutro passo, e isto não é possível.',
  'asset.not_your_side': (f) => `Isto cabe a: ${f.desks('desks')}.`,
  'asset.same_person': () => 'Quem entrega não pode confirmar que chegou: tem de ser outra pessoa do lado que recebe.',
  'reason.missing': () => 'É preciso escrever um motivo.',
  'version.stale': () => 'Outra pessoa alterou isto desde que o abriu. Veja o que lá está agora e tente de novo.',
  'plan.preview_stale': () => 'Algo mudou desde esta pré-visualização. Veja a nova antes de a aplicar.',
  'rotation.preview_stale': () => 'Algo mudou desde esta pré-visualização. Veja a nova antes de a aplicar.',

  'meeting.ends_before_start': () => 'A reunião precisa dos dois dias, e o último não pode vir antes do primeiro.',
  'meeting.unknown': () => 'Esta reunião não existe.',
  'meeting.exists': () => 'Este nome curto já é de outra reunião.',
  'template.unknown': () => 'Esta lista de verificação não existe.',
  'template.exists': () => 'Já existe uma lista de verificação com este nome e esta versão.',

  'term.wrong_state': (f) =>
    `O estado do mandato é «${f.termStates('state')}». Isto só é possível no estado: ${f.termStates('allowedFrom')}.`,
  'term.not_your_side': () => 'Só o Secretariado pode alterar os mandatos e a rotação.',
  'term.only_by_handover': () => 'A presidência está a ser exercida. Só passa a outro titular por uma passagem.',
  'term.not_begun_by_then': (f) => `O mandato começa a ${f.day('start')}, e não antes de ${f.day('on')}.`,
  'term.not_suspended_by_then': (f) => `O mandato foi suspenso a ${f.day('since')}, depois de ${f.day('on')}.`,
  'term.end_before_start': (f) =>
    `O mandato acabaria a ${f.day('end')} sem ter durado um dia: começa a ${f.day('start')}.`,
  'term.date_in_past': (f) => `O dia ${f.day('on')} já passou: hoje é ${f.day('today')}.`,
  'term.date_in_future': (f) =>
    `O dia ${f.day('date')} ainda não chegou: hoje é ${f.day('today')}. Só se regista o que aconteceu.`,
  'term.date_not_real': (f) => `Este dia não existe (${f.field('field')}): ${f.text('date')}.`,
  'term.text_missing': (f) => `Falta escrever: ${f.field('field')}.`,
  'term.disputed': () => 'O titular deste mandato é contestado. Isso tem de ser resolvido primeiro.',
  'term.gap_undeclared': (f) =>
    `Entre ${f.day('from')} e ${f.day('until')} ninguém exerceria a presidência. Declare uma vacatura ou escolha outro dia.`,
  'term.overlaps': (f) =>
    `Os mandatos ${f.text('first')} e ${f.text('second')} teriam ambos a presidência de ${f.day('from')} a ${f.day('until')}.`,
  'term.holder_repeated': (f) => `Indicado mais de uma vez: ${f.text('holders')}.`,
  'term.vacancy_has_holder': () => 'Uma vacatura não tem titular.',
  'term.holder_unknown': () => 'Ainda não se conhece o titular deste mandato.',
  'term.id_taken': () => 'Este nome curto já é de outro mandato.',
  'term.not_longer': (f) => `O novo fim tem de vir depois do atual, ${f.day('now')}.`,
  'term.not_shorter': (f) => `O novo fim tem de vir antes do atual, ${f.day('now')}.`,
  'term.end_in_past': (f) => `O dia ${f.day('end')} já passou, e este mandato exerce ainda hoje a presidência.`,
  'term.nothing_changes': () => 'Nada mudaria.',
  'term.turns_left': (f) =>
    `Há outros turnos por vir: ${f.text('turns')}. A presidência passa ao seguinte por uma passagem.`,
  'term.two_chairs': () => 'Em certos dias, dois mandatos teriam a presidência.',
  'term.another_is_serving': () => 'Outro mandato exerce agora a presidência.',
  'term.exists': () => 'Este nome curto já é de outro mandato.',
  'term.unknown': () => 'Este mandato não existe.',

  'rotation.term_unknown': (f) => `O mandato ${f.text('term')} não existe.`,
  'rotation.term_fixed': (f) =>
    `O estado do mandato é «${f.termStates('state')}»: só se podem deslocar mandatos por vir.`,
  'rotation.date_too_vague': () => 'Deste mandato só se conhece o ano: só pode ser deslocado por anos inteiros.',
  'rotation.day_missing': (f) => `O dia ${f.day('date')} não tem correspondente no mês de destino.`,
  'rotation.holder_known': (f) => `O titular já é conhecido: ${f.text('holders')}.`,
  'rotation.same_term': () => 'O mesmo mandato está indicado duas vezes.',
  'rotation.months_out_of_range': (f) => `Uma deslocação de ${String(f.count('months'))} meses não é possível aqui.`,
  'rotation.nothing_changes': () => 'Nada mudaria.',
  'rotation.turn_before': (f) =>
    `Há um turno que vem primeiro: ${f.text('before')}. É preciso saltá-lo ou trocá-lo antes.`,
  'rotation.unreadable': (f) =>
    plural('pt', f.count('problems'), {
      one: 'O documento tem # erro; nada foi importado.',
      other: 'O documento tem # erros; nada foi importado.',
    }),

  'permission.not_yours': () => 'Isto pertence a outra pessoa. Pode fazê-lo ela própria, ou o Secretariado.',
  'day.has_passed': (f) => `O dia ${f.day('day')} já passou. O que valia no passado fica como estava.`,
  'person.has_left': (f) => `Esta pessoa saiu a ${f.day('leftOn')}.`,
  'person.unknown': () => 'Esta pessoa não existe.',
  'person.exists': () => 'Este nome curto já é de outra pessoa.',
  'person.mail_taken': () => 'Outra pessoa tem este endereço de correio eletrónico.',
  'office.unknown': () => 'Este serviço não existe.',
  'office.exists': () => 'Este nome curto já é de outro serviço.',
  'member.unknown': () => 'Este membro não existe.',
  'member.exists': () => 'Este nome curto já é de outro membro.',
  'calendar.unknown': () => 'Este calendário não existe.',
  'calendar.exists': () => 'Este nome curto já é de outro calendário.',
  'body.exists': () => 'Este nome curto já é de outra organização.',
  'role.not_of_this_office': (f) =>
    `A função «${f.role('role')}» não condiz com este serviço: delegados e responsáveis pertencem ao serviço de um membro, o Secretariado ao seu.`,
  'role.last_secretariat': () => 'Não restaria ninguém no Secretariado. Dê primeiro a função a outra pessoa.',
  'role.is_over': (f) => `Esta função já terminou a ${f.day('untilDay')}.`,
  'role.already_given': () => 'Esta pessoa já tem a função em alguns destes dias.',
  'stand_in.same_person': () => 'Ninguém se substitui a si próprio.',
  'stand_in.ends_earlier': (f) => `A substituição já termina a ${f.day('untilDay')}.`,
  'stand_in.already_named': () => 'Outra pessoa já assegura a substituição em alguns destes dias.',
  'token.too_many': (f) =>
    plural('pt', f.count('most'), {
      one: 'Não é possível ter mais de # chave de acesso. Revogue uma primeiro.',
      other: 'Não é possível ter mais de # chaves de acesso. Revogue uma primeiro.',
    }),
  'token.already_revoked': () => 'Esta chave de acesso já foi revogada.',
  'delivery.not_failed': () => 'Esta mensagem não falhou: só se pode enviar de novo uma mensagem que falhou.',
};
