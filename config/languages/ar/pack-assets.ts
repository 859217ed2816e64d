import type { PageTexts } from '../en/pages.js';

export const packAssets: PageTexts['pack']['assets'] = {
  kinds: { mailing_list: 'قائمة بريدية', account: 'حساب', calendar: 'تقويم', other: 'شيء آخر' },
  intro:
    'ما تحتاج إليه الرئاسة الجديدة فضلاً عن الأوراق. جانب يسلّم، والجانب الآخر يؤكد أنه يعمل لديه: ولا يكونان شخصاً واحداً أبداً.',
  caption: 'ما ينتقل مع الرئاسة',
  columns: { name: 'الاسم', kind: 'النوع', transferred: 'التسليم', confirmed: 'تأكيد المتسلِّم', act: 'ما العمل' },
  moves: {
    transfer: 'وضع علامة: سُلِّم',
    confirm: 'تأكيد أنه يعمل',
    sendBack: 'إعادة',
    remove: 'حذف من القائمة',
  },
  add: 'إضافة إلى القائمة',
  addTitle: 'إضافة ما ينتقل مع الرئاسة',
  nameHint: 'مثل عنوان قائمة بريدية. لا تكتبوا هنا كلمة سر أبداً.',
  none: 'لم يُدرج شيء بعد.',
  hidden: 'لا يظهر ما ينتقل إلا لمن يعملون في التسليم.',
  waits: { outgoing: 'في انتظار الرئاسة المنتهية ولايتها أو الأمانة', incoming: 'في انتظار الرئاسة القادمة' },
  reason: 'ما الذي لا يعمل؟',
  reasonHint: 'يقرأ الجانب الآخر هذا.',
  sendBackTitle: (name) => `إعادة: ${name}`,
  sendBackHelp: 'يُعدّ عندئذ غير مُسلَّم، ويُبلَّغ الجانب الآخر.',
  back: 'العودة إلى القائمة',
  done: {
    add: (name) => `أُدرج ${name} في القائمة.`,
    transfer: (name) => `وُضعت على ${name} علامة التسليم، وأُبلغت الرئاسة القادمة.`,
    confirm: (name) => `تأكّد ${name}.`,
    sendBack: (name) => `أُعيد ${name}.`,
    remove: (name) => `حُذف ${name} من القائمة.`,
  },
};
