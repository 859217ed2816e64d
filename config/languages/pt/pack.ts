import type { PageTexts } from '../en/pages.js';

export const pack: PageTexts['handovers']['pack'] = {
  title: 'Dossiê da passagem',
  caption: 'Secções do dossiê',
  columns: {
    section: 'Secção',
    settled: 'Concluídas',
    documents: 'Documentos',
    next: 'Próxima data',
    state: 'Estado',
  },
  notReady: 'O dossiê ainda não está pronto para análise.',
  allSent: 'O dossiê está pronto para análise: tudo foi enviado.',
  allSettled: 'Tudo no dossiê está concluído.',
  sent: (who, sent, sections) => `Secções enviadas por ${who}: ${String(sent)} de ${String(sections)}`,
  alsoSent: (who, sent, sections) => `por ${who} ${String(sent)} de ${String(sections)}`,
  comma: ', ',
  mail: '; quem analisa recebe um e-mail quando algo espera por si.',
  later: 'Uma secção conta como enviada por um lado quando tudo o que lhe cabe nela está em análise ou concluído.',
};
