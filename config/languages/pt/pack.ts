import type { PageTexts } from '../en/pages.js';
import { packAssets } from './pack-assets.js';
import { packParts } from './pack-parts.js';
import { packPrint } from './pack-print.js';

export const pack: PageTexts['pack'] = {
  title: 'Dossiê da passagem',
  caption: 'Secções do dossiê',
  columns: {
    section: 'Secção',
    settled: 'Concluídas',
    documents: 'Documentos',
    comments: 'Comentários',
    next: 'Próxima data',
    state: 'Estado',
  },
  version: (number) => `Versão ${String(number)}`,
  since: (day) => `desde ${day}`,
  print: 'Imprimir o índice',
  files: 'PDF e arquivo do dossiê',
  back: 'Índice do dossiê',
  also: 'Também no dossiê',
  onward: 'O que se segue',
  notReady: 'O dossiê ainda não está pronto para análise.',
  allSent: 'O dossiê está pronto para análise: tudo foi enviado.',
  allSettled: 'Tudo no dossiê está concluído.',
  sent: (who, sent, sections) => `Secções enviadas por ${who}: ${String(sent)} de ${String(sections)}`,
  alsoSent: (who, sent, sections) => `por ${who} ${String(sent)} de ${String(sections)}`,
  comma: ', ',
  mail: '; quem analisa recebe um e-mail quando algo espera por si.',
  assets: packAssets,
  parts: packParts,
  printed: packPrint,
  later: 'Uma secção conta como enviada por um lado quando tudo o que lhe cabe nela está em análise ou concluído.',
};
