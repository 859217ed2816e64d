import type { PageTexts } from '../en/pages.js';

export const handoverList: PageTexts['handovers']['list'] = {
  title: 'عمليات التسليم',
  none: 'لا يوجد تسليم مشترك معكم. يمكن للأمانة أن تمنحكم دوراً في أحدها.',
  parts: { running: 'جارية', planned: 'مقررة', past: 'سابقة' },
  fromTo: (from, to) => `من ${from} إلى ${to}`,
  settled: (settled, total) => `حُسمت ${String(settled)} من أصل ${String(total)} من المهام`,
};
