import type { PageTexts } from '../en/pages.js';
import { plural } from '../plural.js';
import { activityLines } from './activity-lines.js';

export const activity: PageTexts['activity'] = {
  lines: activityLines,
  afterName: ': ',
  other: (what) => `تغيير في ${what}`,
  thisHandover: 'التسليم',
  details: {
    'task.committed': (f) => `إلى غاية ${f.day('dueOn')}`,
    'task.reassigned': (f) => (f.has('person.to') ? `إلى ${f.person('person.to')}` : ''),
    'task.pinned': (f) => `في ${f.day('pinned.to')}`,
    'handover.created': (f) =>
      plural('ar', f.count('tasks'), { one: 'مهمة واحدة', two: 'مهمتان', few: '# مهام', other: '# مهمة' }),
    'handover.signature_given': (f) => `باسم ${f.desk('side')}`,
    'handover.signed': (f) => `باسم ${f.desk('side')}`,
    'plan.revised': (f) =>
      f.count('moved') === 0
        ? 'لم يُنقل أي تاريخ'
        : plural('ar', f.count('moved'), {
            one: 'نُقل تاريخ واحد',
            two: 'نُقل تاريخان',
            few: 'نُقلت # تواريخ',
            other: 'عدد التواريخ المنقولة: #',
          }),
    'role.given': (f) => `${f.role('role')}، ابتداءً من ${f.day('fromDay')}`,
    'role.ended': (f) => `${f.role('role')}، في ${f.day('untilDay')}`,
    'stand_in.named': (f) =>
      `${f.person('standInId')}، من ${f.day('fromDay')} إلى اليوم الذي يسبق ${f.day('untilDay')}`,
    'stand_in.ended': (f) => `${f.person('standInId')}، في ${f.day('untilDay')}`,
    'asset.added': (f) => f.text('name'),
    'asset.removed': (f) => f.text('name'),
    'asset.transferred': (f) => f.text('name'),
    'asset.confirmed': (f) => f.text('name'),
    'asset.sent_back': (f) => f.text('name'),
    'person.left': (f) => `في ${f.day('leftOn')}`,
  },
  causes: {
    meeting: (f) =>
      f.has('change.startsOn')
        ? `الاجتماع من ${f.day('change.startsOn')} إلى ${f.day('change.endsOn')}`
        : 'أُجّل الاجتماع دون تحديد موعد',
    effect_date: (f) =>
      f.has('change.handoverDate')
        ? `تنتقل الرئاسة في ${f.day('change.handoverDate')}`
        : 'لم يعد يوم انتقال الرئاسة محدداً',
    holiday: (f) => `يوم ${f.day('change.date')} عطلة`,
    working_day: (f) => `يوم ${f.day('change.date')} يوم عمل`,
    rules: () => 'وفق القواعد السارية الآن',
  },
  title: 'سجل النشاط',
  intro: 'كل ما جرى في هذا التسليم، والأحدث في الأعلى. لا يُمحى من السجل شيء ولا يُغيّر، وكل قيد يثبّت ما قبله.',
  zone: (place) => `الأوقات بتوقيت ${place}.`,
  filter: 'القيود المعروضة',
  side: 'من قام بالفعل',
  kind: 'الموضوع',
  everyone: 'الجميع',
  everything: 'كل شيء',
  kinds: {
    tasks: 'المهام',
    comments: 'التعليقات',
    reviews: 'مراجعة الملف',
    documents: 'الوثائق',
    dates: 'التواريخ',
    handover: 'التسليم نفسه',
  },
  apply: 'عرض',
  none: 'لا يوجد قيد يناسب هذا الاختيار.',
  noneYet: 'لم يجرِ شيء بعد.',
  showAll: 'عرض السجل كله',
  older: 'قيود أقدم',
  newest: 'العودة إلى الأحدث',
  system: 'النظام',
  exportTable: 'تنزيل في جدول (CSV)',
  columns: {
    seq: 'القيد',
    at: 'الوقت (UTC)',
    local: 'التوقيت المحلي',
    who: 'من',
    side: 'الجانب',
    what: 'ماذا',
    subject: 'الموضوع',
    detail: 'التفصيل',
    text: 'النص',
    hash: 'البصمة',
  },
};
