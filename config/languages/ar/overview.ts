import type { PageTexts } from '../en/pages.js';
import { plural } from '../plural.js';

export const overview: PageTexts['overview'] = {
  title: (from, to) => `تسليم الرئاسة من ${from} إلى ${to}`,
  daysTo: (days) =>
    plural('ar', days, {
      two: 'يومان حتى التسليم',
      few: 'أيام حتى التسليم',
      many: 'يوماً حتى التسليم',
      other: 'يوم حتى التسليم',
    }),
  today: 'تنتقل الرئاسة اليوم',
  passed: (date) => `انتقلت الرئاسة في ${date}`,
  undated: 'لم يُحدد تاريخ للتسليم',
  meeting: 'الاجتماع',
  termLine: (from, until, member) => `${member}، من ${from} إلى ${until}`,
  bandTitle: 'الولايتان والاجتماع بينهما',
  attention: 'يحتاج إلى انتباهكم',
  attentionHint: {
    chair: 'المتأخر والمُعاد أولاً، ثم ما يحل موعده هذا الأسبوع.',
    review: 'ما ينتظر مراجعتكم أولاً، والأقدم في الأعلى؛ ثم المتأخر وما يحل موعده هذا الأسبوع.',
    secretariat: 'ما هو متأخر أينما كان، والمهام التي لم تتحرك منذ أسبوع.',
  },
  nothing: 'لا شيء في انتظاركم اليوم.',
  nextDate: (date, task) => `الموعد التالي هو ${date}: ${task}.`,
  silent: (days) =>
    plural('ar', days, {
      one: 'بلا حركة منذ يوم واحد',
      two: 'بلا حركة منذ يومين',
      few: 'بلا حركة منذ # أيام',
      other: 'بلا حركة منذ # يوماً',
    }),
  allTasks: (count) =>
    plural('ar', count, {
      one: 'عرض المهمة',
      two: 'عرض المهمتين',
      few: 'عرض # مهام',
      other: 'عرض المهام كلها وعددها #',
    }),
  readiness: 'الجاهزية',
  readinessText: (ready, total) => `حُسمت ${String(ready)} من أصل ${String(total)} من المهام`,
  bySection: 'الجاهزية حسب القسم',
  settledOf: (settled, total) => `${String(settled)} من ${String(total)}`,
  activity: 'آخر نشاط',
  allActivity: 'سجل النشاط كله',
  left: 'المهام التي لم تُحسم بعد',
  leftActual: (count) => `الفعلي: ${String(count)}`,
  leftPlanned: (count) => `حسب المواعيد: ${String(count)}`,
  leftTable: { caption: 'المهام المتبقية حسب اليوم', day: 'اليوم', actual: 'المتبقي', planned: 'المقرر' },
};
