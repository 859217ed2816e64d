import type { PageTexts } from '../en/pages.js';

/** What is written in another direction stands by itself. */
const apart = (text: string): string => `\u2068${text}\u2069`;

export const documents: PageTexts['documents'] = {
  title: 'إضافة وثيقة',
  titleOfVersion: 'إضافة نسخة جديدة',
  file: 'الملف',
  fileHint: (limit) =>
    `PDF أو Word ‏(DOCX) أو Excel ‏(XLSX) أو OpenDocument ‏(ODT وODS) أو PNG أو JPEG، من دون وحدات ماكرو؛ وبحجم لا يتجاوز ${apart(limit)}.`,
  slowHint: 'قد يستغرق إرسال ملف كبير عبر اتصال بطيء بضع دقائق. وإذا انقطع الاتصال فلن يُحفظ شيء: أعيدوا الإرسال.',
  name: 'العنوان',
  nameHint: 'ما يقرؤه الآخرون في القائمة؛ أما اسم الملف فيبقى كما هو.',
  language: 'لغة الوثيقة',
  languages: { en: 'الإنجليزية', fr: 'الفرنسية', pt: 'البرتغالية', ar: 'العربية', es: 'الإسبانية' },
  otherLanguage: 'عدة لغات أو لغة أخرى',
  marking: 'من يمكنه قراءتها؟',
  markings: {
    public: { name: 'عامة', help: 'كل من يشارك في هذه الهيئة، بمن فيهم المراقبون.' },
    participants: { name: 'المشاركون', help: 'فريقا الرئاستين والأمانة.' },
    restricted: { name: 'مقيّدة', help: 'فريقا الرئاستين والأمانة؛ لا تُنقل إلى غيرهم، ولا تحتفظ المتصفحات بنسخة منها.' },
  },
  replaces: 'هل تحل محل وثيقة أخرى؟',
  replacesNothing: 'لا، إنها وثيقة جديدة',
  replacesVersion: (title, version) => `نعم، محل النسخة ${String(version)} من «${apart(title)}»`,
  next: 'تُعدّ الوثيقة دليلاً على هذه المهمة فور إضافتها. ولا يُبلَّغ الطرف الآخر إلا عند إرسال المهمة للمراجعة.',
  send: 'إضافة الوثيقة',
  cancel: 'العودة إلى المهمة',
  added: (title) => `أُضيفت الوثيقة «${apart(title)}».`,
  versionAdded: (title, version) => `أُضيفت النسخة ${String(version)} من «${apart(title)}».`,
  replacedMeanwhile: 'أضاف شخص آخر نسخة بعد فتحكم هذه الصفحة. انظروا أيّها الأحدث الآن.',
  asked: 'ما تتطلبه هذه المهمة',
  present: 'الوثائق الموجودة هنا',
  progress: {
    label: 'إرسال الملف',
    sent: '{sent} من {total}',
    left: 'يتبقى نحو {time}',
    checking: 'وصل الملف ويجري التحقق منه.',
    slow: 'الاتصال بطيء. اتركوا هذه الصفحة مفتوحة؛ ويمكنكم متابعة العمل في علامة تبويب أخرى.',
    broken: 'انقطع الاتصال ولم يُحفظ شيء. ما أدخلتموه لا يزال هنا: أعيدوا الإرسال.',
  },
  problems: {
    missing: () => 'اختاروا ملفاً',
    empty: () => 'الملف فارغ: اختاروا ملفاً له محتوى',
    tooLarge: (limit) => `حجم الملف يتجاوز ${apart(limit)}: صغّروه أو قسّموه`,
    name: () => 'يتضمن اسم الملف مساراً أو رموزاً لا يمكن عرضها، أو أنه طويل جداً: غيّروا اسمه',
    type: () => 'محتوى الملف ليس من الأنواع المذكورة أعلاه، أياً كان اسمه',
    damaged: () => 'الملف تالف أو محمي بكلمة مرور: افتحوه واحفظوه من جديد ثم اختاروه مرة أخرى',
    macros: () => 'يحتوي الملف على وحدات ماكرو: احفظوه من دونها بصيغة DOCX أو XLSX',
    unsafe: () => 'يتجاوز حجم الملف بعد فك ضغطه ما تبلغه أي وثيقة، أو يُفك خارج نفسه: احفظوه من جديد',
    incomplete: () => 'لم يصل الملف كاملاً: أعيدوا إرساله',
  },
  version: (version) => `النسخة ${String(version)}`,
  sentBy: (name, day) => `${apart(name)}، ${day}`,
  earlier: 'النسخ السابقة',
  newVersion: 'إضافة نسخة جديدة',
};
