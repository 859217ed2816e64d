import type { PageTexts } from '../en/pages.js';
import { packAssets } from './pack-assets.js';
import { packParts } from './pack-parts.js';
import { packPrint } from './pack-print.js';

export const pack: PageTexts['pack'] = {
  title: 'ملف التسليم',
  caption: 'أقسام الملف',
  columns: {
    section: 'القسم',
    settled: 'المُسوّى',
    documents: 'الوثائق',
    comments: 'التعليقات',
    next: 'أقرب موعد',
    state: 'الحالة',
  },
  version: (number) => `الإصدار ${String(number)}`,
  since: (day) => `منذ ${day}`,
  print: 'طباعة المحتويات',
  files: 'الملف بصيغة PDF وأرشيفه',
  back: 'محتويات الملف',
  also: 'في الملف أيضاً',
  onward: 'ما يلي ذلك',
  notReady: 'الملف غير جاهز للمراجعة بعد.',
  allSent: 'الملف جاهز للمراجعة: أُرسل كل شيء.',
  allSettled: 'كل ما في الملف مُسوّى.',
  sent: (who, sent, sections) => `الأقسام المرسلة: ${who} ${String(sent)} من أصل ${String(sections)}`,
  alsoSent: (who, sent, sections) => `${who} ${String(sent)} من أصل ${String(sections)}`,
  comma: '، ',
  mail: '؛ ويتلقى من يراجع رسالة إلكترونية حين ينتظره شيء.',
  assets: packAssets,
  parts: packParts,
  printed: packPrint,
  later: 'يُعدّ القسم مُرسَلاً من جهة حين يكون كل ما يخصها فيه لدى المراجع أو مُسوّى.',
};
