import type { PageTexts } from '../en/pages.js';
import { plural } from '../plural.js';
import { gateSentences } from './gate-sentences.js';

export const gates: PageTexts['gates'] = {
  title: 'هذا غير ممكن الآن',
  other: 'هناك شرط لم يتحقق بعد.',
  count: (count) =>
    plural('ar', count, {
      one: 'هناك شرط واحد لم يتحقق:',
      two: 'هناك شرطان لم يتحققا:',
      few: 'هناك # شروط لم تتحقق:',
      other: 'هناك # شرطاً لم يتحقق:',
    }),
  whose: {
    outgoing: 'في انتظار الرئاسة المنتهية ولايتها.',
    incoming: 'في انتظار الرئاسة القادمة.',
    secretariat: 'في انتظار الأمانة.',
    joint: 'في انتظار الرئاستين معاً.',
    nobody: '',
  },
  look: {
    task: (id) => `فتح المهمة ${id}`,
    term: 'فتح جدول التناوب',
    handover: 'فتح التسليم',
    meeting: 'فتح الجدول الزمني',
    person: 'فتح صفحة الشخص',
    section: 'فتح القسم',
    archive: 'فتح المحفوظات',
  },
  desks: {
    outgoing: 'الرئاسة المنتهية ولايتها',
    incoming: 'الرئاسة القادمة',
    secretariat: 'الأمانة',
    joint: 'الرئاستان معاً',
  },
  fields: {
    reason: 'السبب',
    decidedBy: 'صاحب القرار',
    id: 'الاسم المختصر',
    label: 'التسمية المطبوعة',
    on: 'اليوم',
    end: 'اليوم الأخير',
    'planned.start': 'اليوم الأول المقرر',
    'planned.end': 'اليوم الأخير المقرر',
  },
  sentences: gateSentences,
};
