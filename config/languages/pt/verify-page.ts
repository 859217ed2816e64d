import type { PageTexts } from '../en/pages.js';

export const verifyPage: PageTexts['record']['verify'] = {
  title: 'Verificar um arquivo',
  lead: 'Se o arquivo de uma passagem está intacto e é o que foi assinado. É verificado neste navegador: nada dele é enviado para lado nenhum.',
  needsScript:
    'Esta página precisa de JavaScript, porque verifica o arquivo aqui e não num servidor. Sem JavaScript, verifique o arquivo com o comando abaixo.',
  choose: 'Arquivo (ZIP)',
  drop: 'Escolha o ficheiro, ou largue-o em qualquer lugar desta página.',
  progress: 'Parte já verificada',
  checking: 'A verificar {name} …',
  whole: 'O arquivo está intacto',
  keyKnown: 'Foi assinado por uma chave desta instalação.',
  keyUnknown:
    'Foi assinado por uma chave que não é desta instalação. Compare a impressão digital da chave com a que foi dada a conhecer por quem fez o arquivo: qualquer pessoa pode assinar com uma chave própria.',
  facts: {
    title: 'Passagem',
    body: 'Órgão',
    number: 'Número da ata',
    madeAt: 'Feita',
    documents: 'Documentos contidos',
    leftOut: 'Documentos reservados deixados de fora',
    sha256: 'SHA-256 da ata',
    head: 'Cabeça do registo',
    fingerprint: 'Impressão digital da chave',
  },
  wrong: 'O arquivo não é o que foi assinado',
  wrongHelp: 'Isto é a primeira coisa errada; pode haver mais. Peça outra cópia a quem lho entregou.',
  unable: 'Este navegador não sabe verificar assinaturas',
  unableHelp: 'Use um navegador mais recente, num endereço que comece por https, ou o comando abaixo.',
  unread: 'O ficheiro não pôde ser lido até ao fim',
  unreadHelp: 'Pode ter sido alterado ou removido entretanto. Escolha-o de novo.',
  command: {
    title: 'Sem esta página',
    text: 'A mesma verificação, sem rede, num computador que tenha o Gavel:',
    without:
      'Sem o Gavel, descomprima o arquivo e verifique ficheiros e assinatura com ferramentas que qualquer sistema tem:',
  },
  keys: {
    title: 'Chaves desta instalação',
    text: 'Impressões digitais (SHA-256) das chaves que assinam ou assinaram atas aqui.',
    since: (day) => `Assina desde ${day}`,
    between: (from, until) => `Assinou de ${from} a ${until}; o que assinou continua válido`,
  },
};
