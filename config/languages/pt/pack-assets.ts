import type { PageTexts } from '../en/pages.js';

export const packAssets: PageTexts['pack']['assets'] = {
  kinds: { mailing_list: 'Lista de correio', account: 'Conta', calendar: 'Calendário', other: 'Outra coisa' },
  intro:
    'O que a nova presidência precisa além dos papéis. Um lado entrega, o outro confirma que funciona: nunca a mesma pessoa.',
  caption: 'O que muda de mãos',
  columns: {
    name: 'Nome',
    kind: 'Tipo',
    transferred: 'Entregue',
    confirmed: 'Confirmado por quem recebe',
    act: 'Que fazer',
  },
  moves: {
    transfer: 'Marcar como entregue',
    confirm: 'Confirmar que funciona',
    sendBack: 'Devolver',
    remove: 'Retirar da lista',
  },
  add: 'Juntar à lista',
  addTitle: 'Juntar o que muda de mãos',
  nameHint: 'Por exemplo o endereço de uma lista de correio. Nunca escreva aqui uma palavra-passe.',
  none: 'Ainda nada está inscrito.',
  hidden: 'O que muda de mãos é mostrado a quem trabalha na passagem.',
  waits: {
    outgoing: 'À espera da presidência cessante ou do Secretariado',
    incoming: 'À espera da presidência seguinte',
  },
  reason: 'O que não funciona?',
  reasonHint: 'O outro lado lê isto.',
  sendBackTitle: (name) => `Devolver: ${name}`,
  sendBackHelp: 'Conta então como não entregue, e o outro lado é informado.',
  back: 'Voltar à lista',
  done: {
    add: (name) => `${name} está na lista.`,
    transfer: (name) => `${name} está marcado como entregue. A presidência seguinte é informada.`,
    confirm: (name) => `${name} está confirmado.`,
    sendBack: (name) => `${name} foi devolvido.`,
    remove: (name) => `${name} saiu da lista.`,
  },
};
