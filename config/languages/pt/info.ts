import type { PageTexts } from '../en/pages.js';

export const info: PageTexts['info'] = {
  help: {
    title: 'Ajuda',
    lead: 'Este serviço acompanha uma passagem de uma presidência para a seguinte: quem tem de fazer o quê, até quando, e o que mostra que está feito.',
    parts: [
      {
        title: 'Por onde começar',
        text: [
          'A visão geral mostra o que requer a sua atenção, o mais urgente em cima. Cada linha leva à sua tarefa. O número ao lado de «Tarefas» diz quantas esperam por si.',
        ],
      },
      {
        title: 'O caminho de uma tarefa',
        text: ['A palavra ao lado de uma tarefa diz com quem ela está:'],
        list: [
          'Por iniciar: ninguém começou.',
          'Em curso: o lado responsável trabalha nela.',
          'Em apreciação: foi enviada para apreciação; o outro lado decide.',
          'Devolvida: precisa de mais trabalho; o comentário diz qual.',
          'Aceite: está feita.',
          'Dispensada: o lado que a aceitaria já não a pede.',
          'Assumida: a presidência seguinte termina-a depois da passagem.',
        ],
      },
      {
        title: 'Quando algo não é possível',
        text: [
          'A página indica então todas as razões de uma vez, diz a quem cabe agir em cada uma e leva ao lugar certo. Nada do que escreveu se perde.',
          'Ninguém aceita o que o seu próprio lado enviou. Quem substitui alguém conta como as duas pessoas.',
        ],
      },
      {
        title: 'Datas e mensagens',
        text: [
          'Um prazo dura até ao fim do dia, no lugar do lado responsável. Quando uma reunião muda de data, as datas que dela dependem mudam também, e cada pessoa em causa é avisada uma vez.',
          'As mensagens chegam nas horas de trabalho do seu serviço, na sua língua, num só resumo por dia no máximo; só o que não pode esperar chega logo. Cada mensagem diz porque a recebe e quando deixa de vir.',
        ],
      },
      {
        title: 'Ligações lentas, telefones, papel',
        text: [
          'Cada página funciona sem scripts, em ecrãs pequenos e só com o teclado, e imprime-se de forma simples.',
        ],
      },
      {
        title: 'A quem perguntar',
        text: ['Pergunte ao Secretariado: prepara a passagem, dá as funções e pode indicar quem o substitua.'],
      },
    ],
  },
  accessibility: {
    title: 'Acessibilidade',
    lead: 'Estas páginas são feitas para todos: com o teclado, com um leitor de ecrã ou uma lupa, no telefone ou em papel.',
    parts: [
      {
        title: 'O que respeitam',
        text: [
          'A medida é o nível AA das diretrizes de acessibilidade para o conteúdo da Web (WCAG) 2.2, que a norma europeia EN 301 549 também pede.',
        ],
        list: [
          'Tudo se alcança e se faz com o teclado, e vê-se onde está o foco.',
          'Nada é dito só pela cor: cada estado tem um ícone e uma palavra.',
          'O texto pode ser ampliado quatro vezes sem deslocação lateral.',
          'Os erros de um formulário são indicados em cima, com ligações aos campos, e o que foi escrito mantém-se.',
          'Nada se move, pisca ou acaba por si enquanto lê.',
        ],
      },
      {
        title: 'Como isso se verifica',
        text: [
          'Cada página é verificada por programas, nas quatro línguas e em várias larguras, sempre que algo muda. Os programas só encontram uma parte dos obstáculos. Ainda não houve um exame por pessoas de fora.',
        ],
      },
      {
        title: 'O que ainda não chega',
        text: [],
        list: [
          'Os documentos juntos são tão acessíveis como os seus autores os fizeram.',
          'Os títulos das tarefas estão escritos em três línguas no máximo; onde falta uma, mostra-se o título inglês, assinalado como tal.',
        ],
      },
      {
        title: 'Diga-nos',
        text: [
          'Se algo o impede de fazer aqui o seu trabalho, diga-o ao Secretariado. Este pode também enviar-lhe o que precisa sob outra forma.',
        ],
      },
      {
        title: 'Esta declaração',
        text: ['Foi escrita em novembro de 2026, a partir das nossas próprias verificações.'],
      },
    ],
  },
  personalData: {
    title: 'Dados pessoais',
    lead: 'O que se guarda a seu respeito, quem o vê, durante quanto tempo e o que pode pedir.',
    parts: [
      {
        title: 'O que se guarda',
        text: [],
        list: [
          'O seu nome, serviço, endereço eletrónico e língua, e as funções que lhe foram dadas, com os seus dias.',
          'O que fez aqui e quando. O registo contém um código curto em lugar do seu nome.',
          'O que escreveu: comentários, motivos, notas; e os documentos que juntou.',
          'Que mensagens lhe foram enviadas, e se chegaram.',
          'Quando iniciou sessão, com que tipo de navegador, e quando esteve aqui pela última vez.',
        ],
      },
      {
        title: 'O que não se faz',
        text: [
          'Ninguém é seguido nem medido, e nada é carregado de outros lugares. O seu navegador guarda três pequenas entradas (cookies): a sua sessão, a língua escolhida e a linha que diz o que um formulário fez.',
        ],
      },
      {
        title: 'Quem o vê',
        text: [
          'As pessoas das passagens da sua organização veem o seu nome, serviço e funções, e o que fez. Os observadores não veem o que foi escrito. Pessoas de outras organizações não veem nada. O Secretariado vê tudo o que é da sua organização.',
        ],
      },
      {
        title: 'Durante quanto tempo',
        text: [
          'Uma sessão termina após meia hora sem uso e, em todo o caso, após doze horas. O registo de uma passagem guarda-se enquanto o Secretariado guardar o seu arquivo, porque mostra o que ambas as presidências assinaram.',
        ],
      },
      {
        title: 'O que pode pedir',
        text: [
          'Pode perguntar ao Secretariado o que se guarda a seu respeito, mandar corrigi-lo e mandar apagá-lo. O seu nome, o seu endereço eletrónico e o que escreveu podem ser apagados sem quebrar o registo: este só conteve sempre um código deles, e continua a poder ser verificado.',
          'Pode também apresentar queixa à autoridade de proteção de dados do seu país.',
        ],
      },
    ],
  },
};
