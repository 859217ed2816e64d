import type { PageTexts } from '../en/pages.js';
import { plural } from '../plural.js';

export const signing: PageTexts['signing'] = {
  title: 'Passagem da presidência',
  link: 'Passagem da presidência',
  lead: {
    open: (count) =>
      plural('pt', count, {
        one: 'Falta cumprir # condição antes de a presidência poder passar.',
        other: 'Falta cumprir # condições antes de a presidência poder passar.',
      }),
    ready: 'Está tudo reunido: o Secretariado pode deixar passar a presidência.',
    passed: (day) => `A presidência passou em ${day}.`,
    cancelled: 'Esta passagem foi cancelada: a presidência não passa por ela.',
  },
  facts: {
    from: 'De',
    to: 'Para',
    day: 'Dia em que a presidência passa',
    meeting: 'Reunião',
    noMeeting: 'Nenhuma reunião',
    noDay: 'Ainda não há dia marcado',
  },
  conditions: {
    title: 'O que tem de estar reunido',
    met: 'Cumprida',
    notMet: 'Por cumprir',
    names: {
      tasks: 'As tarefas obrigatórias antes da passagem estão concluídas',
      sections: 'A presidência que entra decidiu sobre cada secção do dossiê',
      frozen: 'O dossiê está fechado para as assinaturas',
      signed_outgoing: 'A presidência que sai assinou',
      signed_incoming: 'A presidência que entra assinou',
      blocking: 'As tarefas de que a passagem depende estão concluídas',
      terms: 'A presidência pode ser entregue e assumida: os mandatos estão em ordem',
      date: 'Chegou o dia',
    },
    settled: (done, of) => `${String(done)} de ${String(of)} concluídas`,
    decided: (done, of) => `${String(done)} de ${String(of)} decididas`,
    more: (count) => plural('pt', count, { one: 'e mais #', other: 'e mais #' }),
    evidence: 'Ver na atividade',
    signedBy: (name, day) => `${name}, ${day}`,
  },
  moves: {
    title: 'O que pode fazer agora',
    freeze: 'Fechar o dossiê',
    sign: (member) => `Assinar por ${member}`,
    reopen: 'Reabrir o dossiê',
    effect: 'Deixar passar a presidência',
    close: 'Encerrar a passagem',
    addendum: 'Juntar um aditamento',
    commitments: 'Compromissos do novo mandato',
    nothing: 'De momento não tem nada a fazer aqui.',
  },
  signatures: {
    title: 'Quem assinou',
    none: 'Ainda ninguém assinou.',
    waits: (member) => `${member}: ainda não assinou`,
    for: (member) => `Por ${member}`,
    standsIn: (name) => `em substituição de ${name}`,
    declared: 'O que foi assinado',
    over: (seq) => `Assinado sobre o registo desta passagem até à entrada ${String(seq)}, cuja impressão digital é`,
    paper: (size) => `O papel assinado (PDF, ${size})`,
    digest: 'SHA-256 do papel:',
    void: 'Assinaturas que já não contam',
    voidHelp: 'O dossiê foi reaberto depois de terem sido dadas. Continuam legíveis.',
    noWords: 'Nessa altura, as palavras não eram guardadas.',
  },
  declaration: {
    title: 'A declaração',
    help: 'A mesma nas línguas das duas presidências; assina-a na língua desta página.',
    text: ({ body, outgoing, incoming, day, meeting }) =>
      `${body}: a presidência passa do país que sai (${outgoing}) para o país que entra (${incoming})${
        day === null ? '' : `, na data de ${day}`
      }${
        meeting === null ? '' : `, na reunião «${meeting}»`
      }. O dossiê da passagem é entregue e recebido tal como o registo desta passagem o conta.`,
    confirm: (member) => `Confirmo por ${member}`,
  },
  sign: {
    title: (member) => `Assinar por ${member}`,
    lead: 'O que assina fica escrito com o seu nome, o seu cargo e o momento. Não pode ser retirado; só o Secretariado pode reabrir o dossiê.',
    standingIn: (name) => `Assina em nome de ${name}, que substitui. Ficam guardados os dois nomes.`,
    yours: 'A sua assinatura',
    signer: 'Quem assina',
    role: 'Responsável da equipa da presidência',
    standInRole: (name) => `Em substituição de ${name}`,
    rank: 'O seu cargo ou categoria',
    rankHint: 'Como figuraria no papel por baixo do seu nome, por exemplo «Diretora-Geral».',
    confirmation: 'Escreva as palavras',
    confirmationHint: (words) => `Exatamente estas: ${words}`,
    differ: (words) => `Escreva exatamente: ${words}`,
    button: (member) => `Assinar por ${member}`,
    done: 'Assinou.',
    doneBoth: 'Assinou. As duas presidências já assinaram.',
    notFresh: 'Antes de assinar, mostre mais uma vez quem é. Depois volta a esta página.',
    prove: 'Iniciar sessão mais uma vez',
    toPaper: 'Foi assinado à mão: enviar antes o papel assinado',
    staleLanguage: 'A língua da página mudou: leia de novo a declaração antes de a assinar.',
  },
  paper: {
    title: (member) => `Enviar o papel assinado por ${member}`,
    lead: 'A digitalização é guardada pela sua impressão digital, que o registo nomeia. Vale como assinatura da sua presidência.',
    file: 'Papel assinado',
    fileHint: (limit) => `PDF, no máximo ${limit}.`,
    onlyPdf: 'Escolha um PDF: o papel assinado, digitalizado',
    button: 'Assinar com este papel',
  },
  effect: {
    title: 'Deixar passar a presidência?',
    lead: (outgoing, incoming) =>
      `No mesmo instante termina o mandato que sai (${outgoing}) e começa o que entra (${incoming}). Isto não pode ser desfeito.`,
    help: [
      'As três partes são logo avisadas por correio eletrónico.',
      'As tarefas em aberto continuam, com os seus lembretes, até a passagem ser encerrada.',
    ],
    missing: 'O que falta',
    way: 'Como passa?',
    ways: {
      meeting: 'Na reunião',
      date: 'Na sua data, sem reunião',
      remote: 'À distância',
      decision: 'Por decisão do Secretariado',
    },
    reference: 'Referência da decisão escrita',
    referenceHint: 'Necessária quando o Secretariado decide, e quando falta alguma coisa.',
    unsigned: 'Passa embora as duas presidências não tenham assinado',
    unsettled: 'Passa embora estejam em aberto tarefas de que depende',
    excuse: 'Só por decisão escrita, cuja referência fica guardada.',
    confirmation: 'Escreva as palavras',
    words: (incoming) => `A presidência passa para ${incoming}`,
    button: 'Deixar passar a presidência',
    done: (incoming) => `A presidência passou para ${incoming}, e as três partes são avisadas.`,
    keep: 'Não, agora não',
  },
  passed: {
    title: 'Como passou a presidência',
    ways: {
      meeting: 'na reunião',
      date: 'na sua data',
      remote: 'à distância',
      decision: 'por decisão do Secretariado',
    },
    signed: 'assinada pelas duas presidências',
    unsigned: 'sem as duas assinaturas',
    reference: 'Decisão escrita',
    when: 'Momento',
    how: 'Como',
  },
  rights: {
    title: (outgoing) => `O que a presidência que sai (${outgoing}) pode fazer depois`,
    writes: (days, until) =>
      until === null
        ? plural('pt', days, {
            one: 'Trabalha aqui mais # dia; nas tarefas então em aberto, até a passagem ser encerrada.',
            other: 'Trabalha aqui mais # dias; nas tarefas então em aberto, até a passagem ser encerrada.',
          })
        : `Trabalha aqui até ${until}, inclusive; nas suas tarefas que então estiverem em aberto, até a passagem ser encerrada.`,
    reads: (days, until) =>
      until === null
        ? plural('pt', days, { one: 'Lê tudo durante # dia.', other: 'Lê tudo durante # dias.' })
        : `Lê tudo até ${until}, inclusive.`,
    archive: 'Depois disso tem o arquivo do dossiê, e nada mais.',
    aftercare: (count) =>
      plural('pt', count, {
        one: '# tarefa continua em aberto, até a passagem ser encerrada.',
        other: '# tarefas continuam em aberto, até a passagem ser encerrada.',
      }),
  },
  addenda: {
    title: 'Aditamentos',
    help: 'O que chegou depois da assinatura. Não altera nada do que foi assinado.',
    none: 'Não há nenhum.',
    number: (number) => `Aditamento ${String(number)}`,
    addTitle: 'Juntar um aditamento',
    lead: 'Recebe o número seguinte, fica ao lado do que foi assinado, e as três partes são avisadas.',
    name: 'Título',
    text: 'O que é preciso saber',
    file: 'Documento (facultativo)',
    button: 'Juntar o aditamento',
    done: (number) => `O aditamento ${String(number)} foi junto.`,
  },
  commitments: {
    title: 'Compromissos do novo mandato',
    lead: (incoming) =>
      `O que a presidência que entra (${incoming}) assumiu da passagem. Cada compromisso é lembrado até estar cumprido, também depois de a presidência ter passado.`,
    caption: 'Compromissos, com a pessoa responsável e o dia do prazo',
    none: 'Nada foi assumido.',
    columns: {
      task: 'Compromisso',
      person: 'Responsável',
      due: 'Prazo',
      state: 'Estado',
    },
    open: 'Por cumprir',
    late: 'Em atraso',
    done: (day) => `Cumprido em ${day}`,
    markDone: 'Marcar como cumprido',
    back: 'Voltar à passagem da presidência',
  },
};
