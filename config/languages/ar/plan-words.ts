import type { PageTexts } from '../en/pages.js';
import { plural } from '../plural.js';

export const planWords: Pick<PageTexts['move'], 'weekend' | 'findings'> = {
  weekend: 'عطلة نهاية الأسبوع',
  findings: {
    compressed: (due, rule) => `كان ينبغي إنجازها قبل ${rule}؛ فتصبح مستحقة فوراً، في ${due}.`,
    noWorkingDay: (due) => `لا يبقى أي يوم عمل حتى ${due}.`,
    littleTime: (due, days) =>
      plural('ar', days, {
        one: `لا يبقى سوى يوم عمل واحد حتى ${due}.`,
        two: `لا يبقى سوى يومي عمل حتى ${due}.`,
        few: `لا يبقى سوى # أيام عمل حتى ${due}.`,
        other: `لا يبقى سوى # يوم عمل حتى ${due}.`,
      }),
    waitsForLater: (due, waitsForDue) => `موعدها ${due}، لكنها تنتظر هذه المهمة التي موعدها ${waitsForDue}:`,
    waitsForUndated: (due) => `موعدها ${due}، لكنها تنتظر هذه المهمة التي لا تاريخ لها:`,
    dayOff: (date, place, why) => `${date} يوم عطلة لدى ${place}: ${why}.`,
    dayOffExpected: (date, place, why) => `يُتوقع أن يكون ${date} يوم عطلة لدى ${place} ولم يُقرَّر بعد: ${why}.`,
  },
};
