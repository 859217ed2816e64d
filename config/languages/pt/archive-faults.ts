import type { PageTexts } from '../en/pages.js';

export const archiveFaults: PageTexts['record']['faults'] = {
  not_an_archive:
    'Isto não é um arquivo como o Gavel o faz: falta-lhe o fim, ou foi posto algo antes ou depois, ou outro programa o empacotou.',
  too_much: 'Nomeia mais ficheiros do que o arquivo de uma passagem pode ter.',
  unsafe_name: '«{name}» é um nome que leva para fora do arquivo, ou que nem todos os sistemas podem guardar.',
  twice: '«{name}» está lá duas vezes.',
  packed:
    '«{name}» está comprimido. Um arquivo não tem ficheiros comprimidos, para que nenhum se torne maior do que é.',
  missing: 'Falta «{name}».',
  added: '«{name}» não pertence a este arquivo, ou não a este lugar.',
  container: 'O que o arquivo diz de «{name}» fora do próprio ficheiro foi alterado.',
  content: '«{name}» não é o que diz a sua soma de controlo: o ficheiro ou a soma foi alterado.',
  sums: 'As somas de controlo (SHA256SUMS) não são as dos ficheiros.',
  record: 'record.json não é uma ata como o Gavel a escreve.',
  signature: 'A assinatura não é desta ata com estas páginas.',
  key: 'A chave pública não é a que a ata nomeia.',
  document: '«{name}» não é o documento que a ata nomeia.',
  account: 'A entrada {entry} do registo está errada: {reason}.',
  account_head: 'O registo não é o que a ata nomeia, ou não nomeia a ata.',
  reasons: {
    altered: 'não é o que foi resumido',
    missing: 'não está lá, mas está uma posterior',
    out_of_order: 'vem uma segunda vez, ou depois de uma posterior',
    unlinked: 'está encadeada a outra entrada que não a anterior',
    truncated: 'não está lá, mas a ata conhece o seu resumo',
    other_head: 'a ata conhece outro resumo dela',
    text_differs: 'o texto ao lado não é o que foi escrito',
    unreadable: 'não se consegue ler',
  },
};
