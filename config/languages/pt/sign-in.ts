import type { PageTexts } from '../en/pages.js';
import { plural } from '../plural.js';

export const signIn: PageTexts['signIn'] = {
  title: 'Iniciar sessão',
  what: 'Este serviço reúne num só lugar as tarefas, os prazos e os documentos de uma passagem entre duas presidências, e lembra-os a tempo a ambos os lados.',
  demoTitle: 'Experimentar',
  demoHint:
    'Esta é uma demonstração com pessoas inventadas. Escolha quem quer ser; nada do que fizer aqui chega a ninguém.',
  signInAs: (name) => `Iniciar sessão como ${name}`,
  signedOut: 'A sua sessão terminou.',
  titles: {
    'ma-lead': 'Equipa da presidência cessante, responsável (Marrocos)',
    'ma-delegate': 'Equipa da presidência cessante (Marrocos)',
    'pt-lead': 'Equipa da presidência seguinte, responsável (Portugal)',
    'pt-delegate': 'Equipa da presidência seguinte (Portugal)',
    'sec-lead': 'Secretariado',
    observer: 'Observador',
  },

  address: {
    label: 'Endereço de correio eletrónico',
    hint: 'O que o seu Secretariado conhece. Recebe uma ligação por correio; não há palavra-passe.',
    send: 'Enviem-me uma ligação',
    openIdTitle: 'Através da sua organização',
    openIdHint: 'Se o seu ministério ou agência faz ele próprio a autenticação, continue por aí.',
    openId: 'Entrar através da minha organização',
  },
  sent: {
    title: 'Veja o seu correio',
    told: (address) =>
      `Se ${address} é conhecido aqui, vai a caminho uma mensagem com uma ligação e um código; cada um serve uma só vez, durante 10 minutos.`,
    here: 'Abra a ligação neste navegador.',
    codeTitle: 'O seu correio está noutro dispositivo?',
    codeLabel: 'Código da mensagem',
    codeHint: 'Seis algarismos. Tem cinco tentativas.',
    go: 'Continuar',
    noMail:
      'Nenhuma mensagem ao fim de alguns minutos? Veja no correio não solicitado, confirme o endereço ou pergunte ao seu Secretariado.',
    another: 'Usar outro endereço, ou pedir de novo',
  },
  link: {
    readyTitle: 'Mais um passo',
    ready:
      'Prima o botão para continuar. Os programas que apenas olham para as ligações não o premem: a ligação continua a ser sua.',
    go: 'Continuar',
    otherTitle: 'Esta ligação foi pedida noutro navegador',
    other: 'Só funciona onde foi pedida. Volte lá e escreva o código da mesma mensagem; ou peça aqui uma nova ligação.',
    goneTitle: 'Esta ligação já não funciona',
    gone: 'Já foi usada, ou tem mais de 10 minutos. Peça uma nova.',
    askAnew: 'Pedir uma nova ligação',
  },
  nobody:
    'Este endereço não tem parte em nenhuma passagem aqui. Se acha que devia ter, pergunte ao Secretariado da sua instância.',
  tooLong: 'Demorou mais tempo do que o permitido. Comece de novo, por favor.',
  bodies: {
    title: 'Onde quer entrar?',
    lead: 'O seu endereço é conhecido em mais do que uma instância. Cada uma tem o seu próprio segundo fator.',
  },
  factor: {
    title: 'Mostre que é mesmo você',
    lead: (body) =>
      `Uma mensagem pode ser lida por outros. Por isso é pedida uma segunda prova antes de abrir: ${body}.`,
    passkeyTitle: 'Chave de acesso',
    passkeyHint:
      'O seu dispositivo, o telemóvel ou a chave de segurança pede a sua impressão digital, o seu rosto ou um PIN.',
    usePasskey: 'Usar uma chave de acesso',
    passkeyFailed: 'A chave de acesso não foi aceite. Tente de novo, ou use outra forma.',
    needsScript: 'As chaves de acesso precisam de JavaScript, que está desligado neste navegador.',
    appTitle: 'Código da sua aplicação',
    appLabel: 'Os seis algarismos que a aplicação mostra agora',
    appHint: 'Cada código serve uma só vez.',
    go: 'Continuar',
    lostTitle: 'Perdeu o dispositivo?',
    recoveryLabel: 'Código de recuperação',
    recoveryHint: 'Por exemplo K7QF-2M3X-9TRB. Cada um serve uma só vez.',
    useRecovery: 'Usar um código de recuperação',
    lostAll: 'Sem código de recuperação, dirija-se ao seu Secretariado: pode repor o seu segundo fator.',
    recovered: (left) =>
      plural('pt', left, {
        one: 'Entrou. Resta # código de recuperação.',
        other: 'Entrou. Restam # códigos de recuperação.',
      }),
  },
  add: {
    title: 'Configurar um segundo fator',
    lead: 'A partir de agora, duas coisas abrem-lhe a porta: o seu correio e algo que só você tem. Escolha uma; pode acrescentar outras mais tarde.',
    passkeyTitle: 'Uma chave de acesso',
    passkeyHint:
      'O mais simples: o seu dispositivo, o telemóvel ou a chave de segurança pede a sua impressão digital, o seu rosto ou um PIN.',
    makePasskey: 'Configurar uma chave de acesso',
    noPasskeyHere:
      'As chaves de acesso não podem ser usadas neste endereço, que não é um nome de servidor. Use uma aplicação.',
    appTitle: 'Uma aplicação que mostra códigos',
    appHint: 'Serve qualquer aplicação de códigos de uso único, no telemóvel ou no computador.',
    scan: 'Leia esta imagem com a aplicação',
    secret: 'ou escreva nela este segredo',
    open: 'ou abra-o numa aplicação deste dispositivo',
    appLabel: 'Os seis algarismos que a aplicação mostra agora',
    go: 'Configurar a aplicação',
    hasApp: 'Já tem uma aplicação. Para usar outra, retire primeiro essa.',
    added: 'Está configurado. Use-o da próxima vez que entrar.',
  },
  codes: {
    title: 'Guarde os seus códigos de recuperação',
    lead: 'Se perder o dispositivo, cada um destes códigos abre-lhe a porta uma vez. Só são mostrados agora: imprima-os ou anote-os, e guarde-os longe do dispositivo.',
    print: 'Imprimir',
    goOn: 'Já os guardei: continuar',
  },
  factors: {
    title: 'A sua forma de entrar',
    lead: 'Além do seu correio, é pedida uma destas provas de cada vez que entra.',
    passkey: 'Chave de acesso',
    app: 'Aplicação de códigos',
    added: (date) => `Configurado em ${date}`,
    used: (date) => `Usado pela última vez em ${date}`,
    remove: 'Retirar',
    removeWhat: (what, date) => `${what}, configurado em ${date}`,
    last: 'O último não pode ser retirado. Acrescente primeiro outro.',
    none: 'Ainda não tem nenhum. Será configurado da próxima vez que entrar com o seu correio.',
    add: 'Acrescentar outro',
    removed: 'Foi retirado.',
    codesTitle: 'Códigos de recuperação',
    codesLeft: (left) => plural('pt', left, { one: 'Resta # código por usar.', other: 'Restam # códigos por usar.' }),
    newCodes: 'Criar novos códigos',
    newCodesHint: 'Os novos códigos substituem os antigos, que deixam logo de funcionar.',
  },
  again: {
    title: 'Mostre mais uma vez que é mesmo você',
    lead: 'O que se segue pede uma entrada feita há menos de cinco minutos.',
    go: 'Continuar',
    begin: 'Entre de novo, por favor.',
  },
  reset: {
    title: 'Repor um segundo fator',
    of: (name) => `Para ${name}, que o perdeu.`,
    what: [
      'As suas chaves de acesso, a sua aplicação e os seus códigos de recuperação deixam de funcionar.',
      'Todas as suas sessões terminam.',
      'Da próxima vez que entrar com o seu correio, essa pessoa configura outro.',
      'É avisada por correio, e fica no registo.',
    ],
    check: 'Certifique-se de que é mesmo essa pessoa que o pede: ligue-lhe para um número que conheça.',
    go: 'Repor',
    done: (name) => `O segundo fator de ${name} foi reposto.`,
  },
  openId: {
    title: 'Não foi possível entrar',
    unreachable: 'A autenticação da sua organização não responde neste momento. Tente de novo daqui a pouco.',
    refused: 'A sua organização não autorizou a entrada, ou voltou atrás.',
    unproved: 'A resposta não veio da entrada iniciada neste navegador. Comece de novo.',
    weak: 'A sua organização autorizou a entrada sem segundo fator. Peça-lhe que o exija para este serviço.',
    unverified: 'A sua organização não confirma o seu endereço de correio eletrónico.',
    unknown:
      'A sua organização autorizou a entrada, mas o Secretariado não conhece o seu endereço. Peça-lhe que o acrescente.',
    help: 'Nada foi alterado. Também pode entrar por correio.',
    back: 'Para a página de entrada',
  },
};
