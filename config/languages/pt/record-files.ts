import type { PageTexts } from '../en/pages.js';

export const recordFiles: PageTexts['record']['files'] = {
  title: 'Ata e arquivo',
  lead: 'Uma ata diz o que era a passagem quando foi feita: partes, secções, decisões, assinaturas, documentos. Está assinada e nunca é alterada. O seu arquivo é um só ficheiro, que se pode ler e verificar sem este serviço, mesmo daqui a anos.',
  none: 'Ainda não há ata. A primeira é feita quando ambas as presidências tiverem assinado.',
  record: (number) => `Ata n.º ${String(number)}`,
  make: 'Fazer uma ata agora',
  makeHint: 'Diz como está a passagem neste momento, e fica na atividade.',
  recordMade: (number) => `A ata n.º ${String(number)} foi feita.`,
  ask: 'Fazer o arquivo',
  askAll: 'Fazer o arquivo com os documentos reservados',
  askOpen: 'Fazer o arquivo sem os documentos reservados',
  asked: 'O arquivo está a ser feito. Esta página mostra até onde chegou.',
  archive: 'Arquivo (ZIP)',
  archiveAll: 'Arquivo com os documentos reservados (ZIP)',
  archiveOpen: 'Arquivo sem os documentos reservados (ZIP)',
  queued: 'à espera de ser feito',
  making: (percent) => `${String(percent)} % feito`,
  reload: 'Ver até onde chegou',
  problems: {
    content: 'não pode ser feito, porque um documento não é o que a ata nomeia. Avise quem gere este serviço.',
    gave_up: 'falhou três vezes. Peça-o de novo, ou avise quem gere este serviço.',
  },
  check: 'Qualquer pessoa pode verificar se um arquivo está intacto:',
  checkLink: 'verificar um arquivo',
  back: 'Voltar ao dossiê da passagem',
};
