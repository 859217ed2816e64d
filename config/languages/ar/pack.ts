import type { PageTexts } from '../en/pages.js';

export const pack: PageTexts['handovers']['pack'] = {
  title: 'ملف التسليم',
  caption: 'أقسام الملف',
  columns: { section: 'القسم', settled: 'المُسوّى', documents: 'الوثائق', next: 'أقرب موعد', state: 'الحالة' },
  notReady: 'الملف غير جاهز للمراجعة بعد.',
  allSent: 'الملف جاهز للمراجعة: أُرسل كل شيء.',
  allSettled: 'كل ما في الملف مُسوّى.',
  sent: (who, sent, sections) => `الأقسام المرسلة: ${who} ${String(sent)} من أصل ${String(sections)}`,
  alsoSent: (who, sent, sections) => `${who} ${String(sent)} من أصل ${String(sections)}`,
  comma: '، ',
  mail: '؛ ويتلقى من يراجع رسالة إلكترونية حين ينتظره شيء.',
  later: 'يُعدّ القسم مُرسَلاً من جهة حين يكون كل ما يخصها فيه لدى المراجع أو مُسوّى.',
};
