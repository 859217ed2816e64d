import type { PageTexts } from '../en/pages.js';
import { plural } from '../plural.js';

export const packParts: PageTexts['pack']['parts'] = {
  names: {
    stocktaking: 'حصيلة خطة العمل',
    meetings: 'الاجتماعات المنعقدة والمقبلة',
    contacts: 'الأشخاص والمصالح',
    programme: 'برنامج الرئاسة القادمة',
    assets: 'الحسابات والقوائم والتقاويم',
  },
  counts: {
    stocktaking: (covered, objectives) => `${String(covered)} من أصل ${String(objectives)} من الأهداف`,
    meetings: (count) =>
      plural('ar', count, {
        zero: 'لا اجتماع',
        one: 'اجتماع واحد',
        two: 'اجتماعان',
        few: '# اجتماعات',
        many: '# اجتماعاً',
        other: '# اجتماع',
      }),
    contacts: (count) =>
      plural('ar', count, {
        zero: 'لا مصلحة',
        one: 'مصلحة واحدة',
        two: 'مصلحتان',
        few: '# مصالح',
        many: '# مصلحة',
        other: '# مصلحة',
      }),
    programme: (count) =>
      plural('ar', count, {
        zero: 'لا أولوية',
        one: 'أولوية واحدة',
        two: 'أولويتان',
        few: '# أولويات',
        many: '# أولوية',
        other: '# أولوية',
      }),
    assets: (confirmed, all) => `تأكّد ${String(confirmed)} من أصل ${String(all)}`,
  },
  nothingYet: 'لا شيء بعد',
  sources: 'المصادر',
  stocktaking: {
    intro: (plan, from, to) =>
      `${plan}، من ${String(from)} إلى ${String(to)}. ما يُعرف أن الولاية المنتهية أنجزته لكل جزء من الخطة.`,
    adopted: (day) => `اعتُمدت في ${day}`,
    notBinding: 'وهي غير ملزمة.',
    binding: 'وهي ملزمة.',
    picture: 'ما غطّته الولاية من الخطة',
    pictureHelp: 'مستطيل لكل هدف، يتسع بقدر عدد إجراءاته.',
    coverage: { covered: 'أُنجز شيء من أجله', around: 'لمجاله فقط', none: 'لا شيء مسجّل' },
    area: (number) => `المجال ${number}`,
    objective: (number) => `الهدف ${number}`,
    action: (number) => `الإجراء ${String(number)}`,
    columns: { part: 'الجزء من الخطة', done: 'ما أنجزته الولاية', coverage: 'التغطية' },
    unassigned: (first, last, objectives) =>
      `الإجراءات من ${String(first)} إلى ${String(last)} تخص الأهداف ${objectives}؛ ولا يُعرف توزيعها بينها.`,
    tasks: 'المهام التي تُعدّ بها الحصيلة',
  },
  meetings: {
    held: 'حتى الآن',
    passed: 'انقضى موعده',
    coming: 'ما سينعقد',
    withoutDate: 'دون تاريخ',
    columns: { date: 'التاريخ', meeting: 'الاجتماع', place: 'المكان', state: 'الحالة' },
    types: {
      som: 'كبار المسؤولين',
      ministerial: 'مؤتمر وزاري',
      steering_committee: 'لجنة القيادة',
      thematic: 'اجتماع موضوعي',
      joint: 'اجتماع مشترك',
      special_event: 'حدث خاص',
      online: 'اجتماع عن بُعد',
    },
    states: {
      announced: 'مُعلَن',
      postponed: 'مؤجَّل',
      held: 'انعقد',
      not_held: 'لم ينعقد',
      cancelled: 'أُلغي',
    },
    handover: 'فيه تُسلَّم الرئاسة',
    coChairs: (names) => `برئاسة ${names}`,
  },
  contacts: {
    columns: { name: 'الاسم', role: 'الصفة', language: 'اللغة', mail: 'البريد الإلكتروني' },
    nobody: 'ليس لأحد من هذه المصلحة صفة اليوم.',
    hidden: 'لا تظهر العناوين إلا لمن يعملون في التسليم.',
  },
  programme: {
    coordinator: 'تنسّقه',
    label: 'الفترة المطبوعة عليه',
    slogan: 'الشعار',
    keywords: 'الكلمات المفتاحية',
    principles: 'المبادئ',
    priorities: 'الأولويات',
    columns: { priority: 'الأولوية', place: 'موقعها في خطة العمل' },
    meetings: 'الاجتماعات المذكورة فيه',
    unknown: 'ما لا يُعرف',
    noPlace: 'غير مذكور',
  },
};
