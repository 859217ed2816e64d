import type { PageTexts } from '../en/pages.js';
import { plural } from '../plural.js';

export const gateSentences: PageTexts['gates']['sentences'] = {
  'task.wrong_state': (f) =>
    `حالة المهمة: «${f.taskStates('state')}». لا يمكن ذلك إلا في الحالة: ${f.taskStates('allowedFrom')}.`,
  'task.not_your_side': (f) => `الجهة المخوّلة لذلك وحدها: ${f.desks('desks')}.`,
  'task.needs_lead': (f) => `هذه المهمة إلزامية، ولا يقوم بذلك إلا رئيس الفريق لدى: ${f.desks('desks')}.`,
  'task.counts_as_both_chairs': () =>
    'أنتم تنوبون عن غيركم وتُحسبون على الرئاستين معاً. على كل رئاسة أن تتكلم بشخص يمثلها وحدها.',
  'task.date_past': (f) => `التاريخ المذكور، ${f.day('date')}، قد مضى.`,
  'task.before_new_term': (f) =>
    `تتولاها الرئاسة القادمة في ولايتها: واليوم المذكور، ${f.day('date')}، يسبق بدايتها في ${f.day('termStart')}.`,
  'task.handover_over': (f) => `حالة التسليم: «${f.handoverStates('handoverState')}»، ولم تعد مهامه تتغير.`,
  'task.pack_frozen': () => 'ملف التسليم مجمّد من أجل التوقيع. على الأمانة أن تعيد فتح التسليم أولاً.',
  'task.waits_for': (f) => `تنتظر المهمة ${f.text('task')}، وحالتها: «${f.taskStates('state')}».`,
  'task.evidence_missing': () => 'لا تزال تنقص وثيقة أو إشارة مرجعية تثبت إنجاز المهمة.',
  'task.counts_as_acceptor': () =>
    'أنتم تُحسبون أيضاً على الجانب الذي عليه قبولها، فلا يبقى من يراجعها. على شخص آخر من الجانب المسؤول أن يرسلها.',
  'task.nothing_to_change': () => 'هي مسندة أصلاً إلى هذا الشخص وهذا المكتب.',
  'task.not_pinned': () => 'تاريخها غير مثبّت يدوياً.',
  'task.takes_no_evidence': () => 'لا تتطلب هذه المهمة أي وثيقة.',
  'task.no_evidence_yet': () => 'لا توجد وثيقة يمكن سحبها.',
  'task.own_side_submitted': () => 'أُرسلت للمراجعة منكم أو من جانبكم. لا أحد يقبل ما أرسله جانبه: القرار للجانب الآخر.',
  'task.own_side_owes': () => 'أنتم تُحسبون أيضاً على الجانب المكلف بهذه المهمة. القرار لشخص آخر.',
  'task.already_agreed': () => 'جانبكم وافق من قبل. بقيت موافقة الرئاسة الأخرى.',
  'task.same_person_agreed': () => 'سبق أن وافقتم باسم الرئاسة الأخرى. على شخص آخر من هذا الجانب أن يوافق الآن.',

  'handover.wrong_state': (f) => `حالة التسليم: «${f.handoverStates('state')}»، ولا يمكن ذلك في هذه المرحلة.`,
  'handover.not_your_side': (f) => `الجهة المخوّلة لذلك وحدها: ${f.desks('desks')}.`,
  'handover.needs_lead': (f) => `لا يقوم بذلك إلا رئيس الفريق لدى: ${f.desks('desks')}.`,
  'handover.counts_as_both_chairs': () =>
    'أنتم تنوبون عن غيركم وتُحسبون على الرئاستين معاً. على كل رئاسة أن توقّع بشخص يمثلها وحدها.',
  'handover.date_past': (f) => `التاريخ المذكور، ${f.day('date')}، قد مضى.`,
  'handover.task_unsettled': (f) => `المهمة ${f.text('task')} لم تُحسم بعد، وحالتها: «${f.taskStates('state')}».`,
  'handover.already_signed': () => 'جانبكم وقّع من قبل.',
  'handover.same_person_signed': () => 'سبق أن وقّعتم باسم الرئاسة الأخرى. على شخص آخر من هذا الجانب أن يوقّع.',
  'handover.reference_missing': () =>
    'من دون توقيعات أو من دون مراسم، يجب ذكر القرار الذي يسمح بذلك: محضر أو رسالة أو مذكرة.',
  'handover.pack_not_frozen': () => 'لم يُجمّد ملف التسليم بعد من أجل التوقيع.',
  'handover.signature_missing': (f) => `لا يزال ينقص توقيع: ${f.desks('side')}.`,
  'handover.term_not_serving': (f) =>
    `حالة الولاية المنتهية: «${f.termStates('state')}»، وليس هناك من يتولى الرئاسة حتى يسلّمها.`,
  'handover.successor_not_confirmed': (f) => `حالة الولاية القادمة: «${f.termStates('state')}». يجب تأكيدها أولاً.`,
  'handover.successor_unknown': () => 'لا يُعرف بعد من يتسلم الرئاسة.',
  'handover.date_missing': () => 'لم يُحدد تاريخ لانتقال الرئاسة.',
  'handover.too_early': (f) => `تنتقل الرئاسة في ${f.day('handoverDate')}؛ واليوم هو ${f.day('today')}.`,
  'handover.not_a_party': () => 'ليس لكم دور في هذا التسليم. يمكن للأمانة أن تمنحكم صفة فيه.',
  'handover.wrong_term_state': (f) =>
    `حالة الولاية ${f.text('term')}: «${f.termStates('state')}»، ولا يمكن أن تكون جزءاً من تسليم جديد.`,
  'handover.calendar_missing': () => 'أحد الجوانب ليس له بعد تقويم لأيام العمل.',
  'handover.meeting_missing': () => 'لا اجتماع لهذا التسليم: لا يمكن أن يسري في اجتماع.',
  'handover.no_addenda_now': (f) => `تُضاف الملاحق بعد توقيع الرئاستين؛ والتسليم الآن «${f.handoverStates('state')}».`,
  'handover.writing_ended': (f) =>
    `سلّم طرفكم الرئاسة. كان يمكنه العمل هنا حتى ${f.day('until')}؛ ويمكنه الآن القراءة فقط.`,
  'handover.reading_ended': (f) =>
    `سلّم طرفكم الرئاسة. كان يمكنه القراءة هنا حتى ${f.day('until')}؛ وله الآن أرشيف الملف.`,
  'task.fulfilled_already': () => 'وُضعت علامة الإنجاز على هذا الالتزام من قبل.',
  'handover.exists': () => 'هذا التسليم موجود من قبل: تُسلَّم كل ولاية مرة واحدة، ويُستعمل كل اسم مختصر مرة واحدة.',

  'section.wrong_state': (f) =>
    `حالة القسم «${f.sectionStates('state')}». لا يمكن ذلك إلا إذا كانت حالته: ${f.sectionStates('allowedFrom')}.`,
  'section.not_your_side': (f) => `الجهة المخوّلة لذلك وحدها: ${f.desks('desks')}.`,
  'section.needs_lead': (f) => `لا يقوم بذلك إلا رئيس الفريق لدى: ${f.desks('desks')}.`,
  'section.counts_as_both_chairs': () =>
    'أنتم تنوبون عن غيركم وتُحسبون على الرئاستين معاً. على كل رئاسة أن تتكلم بشخص يمثلها وحدها.',
  'section.date_past': (f) => `التاريخ المذكور، ${f.day('date')}، قد مضى.`,
  'section.before_new_term': (f) =>
    `تتولاها الرئاسة القادمة في ولايتها: واليوم المذكور، ${f.day('date')}، يسبق بدايتها في ${f.day('termStart')}.`,
  'section.pack_not_open': (f) =>
    `حالة التسليم «${f.handoverStates('handoverState')}»: تُراجع أقسام الملف أثناء تحضيره.`,
  'section.handover_over': (f) =>
    `حالة التسليم «${f.handoverStates('handoverState')}»: لم يعد التعليق على أقسامه ممكناً.`,
  'section.mention_outside': (f) => `${f.text('person')} لا يعمل في هذا التسليم ولا يحق له قراءة التعليق.`,
  'section.summary_missing': () => 'يجب كتابة ملخص للقسم.',
  'section.task_unsettled': (f) =>
    `يجب إنهاء المهمة ${f.text('task')} قبل التسليم ولم تنتهِ بعد: حالتها «${f.taskStates('state')}».`,
  'section.counts_as_reviewer': () => 'أنتم تُحسبون أيضاً على الرئاسة القادمة، فلا يبقى من يقرر. يجب أن يرسله شخص آخر.',
  'section.own_side_presented': () => 'أُرسل هذا القسم للمراجعة منكم أو من جانبكم. لا أحد يقرر في ما أرسله جانبه.',
  'section.nothing_to_change': () => 'الملخص يقول هذا بالفعل.',
  'handover.section_undecided': (f) =>
    `القسم ${f.text('section')} من الملف غير مقبول: حالته «${f.sectionStates('state')}».`,

  'asset.handover_over': (f) => `حالة التسليم «${f.handoverStates('handoverState')}»: لم يعد ما ينتقل موضع متابعة.`,
  'asset.list_frozen': () => 'الملف مجمّد: لا يضاف شيء إلى القائمة ولا يُحذف منها.',
  'asset.wrong_step': () => 'هو الآن في مرحلة أخرى، فلا يمكن هذا.',
  'asset.not_your_side': (f) => `هذا من شأن ${f.desks('desks')}.`,
  'asset.same_person': () => 'من يسلّم شيئاً لا يؤكد وصوله: على شخص آخر من الجانب المتسلِّم أن يفعل.',
  'reason.missing': () => 'يجب كتابة سبب.',
  'version.stale': () => 'غيّر شخص آخر هذا منذ أن فتحتموه. اطّلعوا على ما هو موجود الآن ثم أعيدوا المحاولة.',
  'plan.preview_stale': () => 'تغيّر شيء منذ إعداد هذه المعاينة. اطّلعوا على المعاينة الجديدة قبل تطبيقها.',
  'rotation.preview_stale': () => 'تغيّر شيء منذ إعداد هذه المعاينة. اطّلعوا على المعاينة الجديدة قبل تطبيقها.',

  'meeting.ends_before_start': () => 'يحتاج الاجتماع إلى يوميه الأول والأخير، ولا يسبق الأخيرُ الأول.',
  'meeting.unknown': () => 'لا يوجد هذا الاجتماع.',
  'meeting.exists': () => 'هذا الاسم المختصر لاجتماع آخر.',
  'template.unknown': () => 'لا توجد قائمة المراجعة هذه.',
  'template.exists': () => 'توجد من قبل قائمة مراجعة بهذا الاسم وهذه النسخة.',

  'term.wrong_state': (f) =>
    `حالة الولاية: «${f.termStates('state')}». لا يمكن ذلك إلا في الحالة: ${f.termStates('allowedFrom')}.`,
  'term.not_your_side': () => 'للأمانة وحدها أن تغيّر الولايات والتناوب.',
  'term.only_by_handover': () => 'هناك من يتولى الرئاسة، ولا تنتقل إلى غيره إلا بتسليم.',
  'term.not_begun_by_then': (f) => `تبدأ الولاية في ${f.day('start')}، وليس قبل ${f.day('on')}.`,
  'term.not_suspended_by_then': (f) => `عُلّقت الولاية في ${f.day('since')}، أي بعد ${f.day('on')}.`,
  'term.end_before_start': (f) =>
    `تنتهي الولاية بذلك في ${f.day('end')} قبل أن تدوم يوماً واحداً، فهي تبدأ في ${f.day('start')}.`,
  'term.date_in_past': (f) => `يوم ${f.day('on')} قد مضى، فاليوم هو ${f.day('today')}.`,
  'term.date_in_future': (f) => `يوم ${f.day('date')} لم يأتِ بعد، فاليوم هو ${f.day('today')}. لا يُسجَّل إلا ما وقع.`,
  'term.date_not_real': (f) => `هذا اليوم غير موجود (${f.field('field')}): ${f.text('date')}.`,
  'term.text_missing': (f) => `يجب كتابة: ${f.field('field')}.`,
  'term.disputed': () => 'صاحب هذه الولاية موضع خلاف. يجب حسم ذلك أولاً.',
  'term.gap_undeclared': (f) =>
    `بين ${f.day('from')} و${f.day('until')} لن يتولى أحد الرئاسة. أعلنوا شغوراً أو اختاروا يوماً آخر.`,
  'term.overlaps': (f) =>
    `تكون الرئاسة للولايتين ${f.text('first')} و${f.text('second')} معاً من ${f.day('from')} إلى ${f.day('until')}.`,
  'term.holder_repeated': (f) => `ذُكر أكثر من مرة: ${f.text('holders')}.`,
  'term.vacancy_has_holder': () => 'لا صاحب للشغور.',
  'term.holder_unknown': () => 'لا يُعرف بعد صاحب هذه الولاية.',
  'term.id_taken': () => 'هذا الاسم المختصر لولاية أخرى.',
  'term.not_longer': (f) => `يجب أن تأتي النهاية الجديدة بعد النهاية الحالية، ${f.day('now')}.`,
  'term.not_shorter': (f) => `يجب أن تأتي النهاية الجديدة قبل النهاية الحالية، ${f.day('now')}.`,
  'term.end_in_past': (f) => `يوم ${f.day('end')} قد مضى، ولا تزال لهذه الولاية الرئاسة اليوم.`,
  'term.nothing_changes': () => 'لن يتغير شيء.',
  'term.turns_left': (f) => `لا تزال هناك أدوار قادمة: ${f.text('turns')}. تنتقل الرئاسة إلى التالي بتسليم.`,
  'term.two_chairs': () => 'تكون الرئاسة في بعض الأيام لولايتين معاً.',
  'term.another_is_serving': () => 'ولاية أخرى تتولى الرئاسة الآن.',
  'term.exists': () => 'هذا الاسم المختصر لولاية أخرى.',
  'term.unknown': () => 'لا توجد هذه الولاية.',

  'rotation.term_unknown': (f) => `لا توجد الولاية ${f.text('term')}.`,
  'rotation.term_fixed': (f) => `حالة الولاية: «${f.termStates('state')}»، ولا تُنقل إلا الولايات القادمة.`,
  'rotation.date_too_vague': () => 'لا يُعرف من هذه الولاية إلا سنتها، فلا تُنقل إلا بسنوات كاملة.',
  'rotation.day_missing': (f) => `ليس ليوم ${f.day('date')} مقابل في الشهر الذي ينتقل إليه.`,
  'rotation.holder_known': (f) => `صاحبها معروف من قبل: ${f.text('holders')}.`,
  'rotation.same_term': () => 'ذُكرت الولاية نفسها مرتين.',
  'rotation.months_out_of_range': (f) => `عدد الأشهر ${String(f.count('months'))} غير ممكن هنا.`,
  'rotation.nothing_changes': () => 'لن يتغير شيء.',
  'rotation.turn_before': (f) => `هناك دور يسبقه: ${f.text('before')}. يجب تخطيه أو تبديله أولاً.`,
  'rotation.unreadable': (f) =>
    plural('ar', f.count('problems'), {
      one: 'في الوثيقة خطأ واحد، ولم يُستورد شيء.',
      two: 'في الوثيقة خطآن، ولم يُستورد شيء.',
      few: 'في الوثيقة # أخطاء، ولم يُستورد شيء.',
      other: 'في الوثيقة # خطأً، ولم يُستورد شيء.',
    }),

  'permission.not_yours': () => 'هذا يخص شخصاً آخر. يمكنه القيام به بنفسه، أو تقوم به الأمانة.',
  'day.has_passed': (f) => `يوم ${f.day('day')} قد مضى. يبقى ما كان في الماضي كما كان.`,
  'person.has_left': (f) => `غادر هذا الشخص في ${f.day('leftOn')}.`,
  'person.unknown': () => 'لا يوجد هذا الشخص.',
  'person.exists': () => 'هذا الاسم المختصر لشخص آخر.',
  'person.mail_taken': () => 'عنوان البريد هذا لشخص آخر.',
  'office.unknown': () => 'لا يوجد هذا المكتب.',
  'office.exists': () => 'هذا الاسم المختصر لمكتب آخر.',
  'member.unknown': () => 'لا يوجد هذا العضو.',
  'member.exists': () => 'هذا الاسم المختصر لعضو آخر.',
  'calendar.unknown': () => 'لا يوجد هذا التقويم.',
  'calendar.exists': () => 'هذا الاسم المختصر لتقويم آخر.',
  'body.exists': () => 'هذا الاسم المختصر لهيئة أخرى.',
  'role.not_of_this_office': (f) =>
    `الصفة «${f.role('role')}» لا تناسب هذا المكتب: المندوبون ورؤساء الفرق ينتمون إلى مكتب عضو، والأمانة إلى مكتبها.`,
  'role.last_secretariat': () => 'لن يبقى أحد في الأمانة. امنحوا الصفة لشخص آخر أولاً.',
  'role.is_over': (f) => `انتهت هذه الصفة من قبل في ${f.day('untilDay')}.`,
  'role.already_given': () => 'لهذا الشخص الصفة نفسها من قبل في بعض هذه الأيام.',
  'stand_in.same_person': () => 'لا أحد ينوب عن نفسه.',
  'stand_in.ends_earlier': (f) => `تنتهي النيابة من قبل في ${f.day('untilDay')}.`,
  'stand_in.already_named': () => 'ينوب شخص آخر من قبل في بعض هذه الأيام.',
  'token.too_many': (f) =>
    plural('ar', f.count('most'), {
      few: 'لا يمكن أن تزيد مفاتيح الوصول على #. ألغوا واحداً أولاً.',
      other: 'لا يمكن أن تزيد مفاتيح الوصول على #. ألغوا واحداً أولاً.',
    }),
  'token.already_revoked': () => 'أُلغي مفتاح الوصول هذا من قبل.',
  'delivery.not_failed': () => 'لم تفشل هذه الرسالة: لا تُرسل مجدداً إلا رسالة فشلت.',
};
