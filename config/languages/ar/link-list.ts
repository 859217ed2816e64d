import type { linkList as english } from '../en/link-list.js';
import { plural } from '../plural.js';

/** Many links brought in at once. */
export const linkList: typeof english = {
  title: 'إضافة عدة روابط',
  help: 'رابط واحد في كل سطر: المهمة، فالعنوان الإلكتروني، فالتسمية، وعند الحاجة اللغة (en أو fr أو pt أو ar أو es) ومن يجوز له الاطلاع (public أو participants أو restricted). افصلوا بينها بعلامة جدولة أو فاصلة منقوطة أو فاصلة، كما تنسخها جداول البيانات.',
  label: 'الروابط',
  whole: 'تُضاف كلها، أو لا يُضاف شيء منها إن كان أحدها خاطئاً.',
  button: 'إضافة كل الروابط',
  back: 'العودة إلى المهام',
  none: 'أدخلوا رابطاً واحداً على الأقل',
  most: (most: number) => `أدخلوا ${String(most)} رابط على الأكثر في كل مرة`,
  line: (line: number, what: string) => `السطر ${String(line)}: ${what}`,
  fields: {
    task: 'المهمة',
    title: 'التسمية',
    reference: 'العنوان الإلكتروني',
    language: 'اللغة',
    marking: 'من يجوز له الاطلاع',
  },
  faults: {
    no_task: 'ليس مهمة من مهام هذا التسليم',
    listed_twice: 'مذكور مرتين في القائمة',
    there_already: 'مضاف إلى هذه المهمة من قبل',
  },
  done: (count: number) =>
    plural('ar', count, {
      zero: 'لم يُضف أي رابط.',
      one: 'أُضيف رابط واحد.',
      two: 'أُضيف رابطان.',
      few: 'أُضيفت # روابط.',
      many: 'أُضيف # رابطاً.',
      other: 'أُضيف # رابط.',
    }),
};
