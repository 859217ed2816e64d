import type { SignInMailTexts } from '../en/sign-in-mails.js';

export const signInMails: SignInMailTexts = {
  greeting: (name) => `Bom dia, ${name},`,
  linkSubject: 'A sua ligação para entrar',
  linkHeading: 'Entrar',
  linkIntro: (minutes) =>
    `Abra esta ligação no navegador em que a pediu. Funciona uma só vez, durante ${String(minutes)} minutos.`,
  link: 'Entrar',
  codeIntro: 'Pediu-a noutro dispositivo? Escreva lá este código:',
  notYou: 'Não pediu nada? Então não tem de fazer nada: sem o seu segundo fator ninguém entra.',
  newsSubject: 'A sua forma de entrar mudou',
  newsHeading: 'A sua forma de entrar mudou',
  news: {
    added: 'Foi configurado um segundo fator para si.',
    removed: 'Foi retirado um dos seus segundos fatores.',
    reset:
      'O Secretariado repôs o seu segundo fator, e todas as suas sessões terminaram. Da próxima vez que entrar, configura outro.',
    recovery_used: 'Alguém entrou em seu nome com um dos seus códigos de recuperação.',
    recovery_made: 'Foram criados novos códigos de recuperação para si; os antigos já não funcionam.',
  },
  look: 'Verificar',
  notYouNews: 'Se não fez isto, avise de imediato o seu Secretariado.',
  noReply: 'Esta mensagem foi escrita por uma máquina; as respostas não chegam a ninguém.',
};
