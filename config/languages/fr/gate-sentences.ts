import type { PageTexts } from '../en/pages.js';
import { plural } from '../plural.js';

export const gateSentences: PageTexts['gates']['sentences'] = {
  'task.wrong_state': (f) =>
    `L’état de la tâche est « ${f.taskStates('state')} ». Cela n’est possible que dans l’état : ${f.taskStates('allowedFrom')}.`,
  'task.not_your_side': (f) => `Peuvent agir ici : ${f.desks('desks')}, et personne d’autre.`,
  'task.needs_lead': (f) =>
    `Cette tâche est obligatoire : il y faut une personne responsable pour ${f.desks('desks')}.`,
  'task.counts_as_both_chairs': () =>
    'Vous remplacez quelqu’un et comptez pour les deux présidences. Chaque présidence doit s’exprimer par une personne à elle.',
  'task.date_past': (f) => `La date indiquée, ${f.day('date')}, est passée.`,
  'task.before_new_term': (f) =>
    `La présidence entrante la reprend pour son propre mandat : le jour indiqué (${f.day('date')}) est antérieur à son début (${f.day('termStart')}).`,
  'task.handover_over': (f) =>
    `L’état de la passation est « ${f.handoverStates('handoverState')} » : ses tâches ne changent plus.`,
  'task.pack_frozen': () =>
    'Le dossier de passation est figé pour les signatures. Le Secrétariat doit d’abord rouvrir la passation.',
  'task.waits_for': (f) => `Elle attend la tâche ${f.text('task')}, dont l’état est « ${f.taskStates('state')} ».`,
  'task.evidence_missing': () => 'Il manque encore un document ou une référence qui montre que la tâche est accomplie.',
  'task.counts_as_acceptor': () =>
    'Vous comptez aussi pour le côté qui doit l’accepter : il ne resterait personne pour l’examiner. Une autre personne du côté responsable doit l’envoyer.',
  'task.nothing_to_change': () => 'Elle est déjà confiée à cette personne et à ce service.',
  'task.not_pinned': () => 'Sa date n’est pas fixée à la main.',
  'task.takes_no_evidence': () => 'Cette tâche ne demande aucun document.',
  'task.no_evidence_yet': () => 'Il n’y a aucun document à retirer.',
  'task.own_side_submitted': () =>
    'Vous ou votre côté l’avez envoyée pour examen. Personne n’accepte ce que son propre côté a envoyé : l’autre côté doit décider.',
  'task.own_side_owes': () =>
    'Vous comptez aussi pour le côté qui doit accomplir cette tâche. Une autre personne doit décider.',
  'task.already_agreed': () => 'Votre côté a déjà donné son accord. Celui de l’autre présidence manque encore.',
  'task.same_person_agreed': () =>
    'Vous avez donné votre accord auparavant pour l’autre présidence. Une autre personne de ce côté doit donner le sien.',

  'handover.wrong_state': (f) =>
    `L’état de la passation est « ${f.handoverStates('state')} » : ce n’est pas possible à ce stade.`,
  'handover.not_your_side': (f) => `Peuvent agir ici : ${f.desks('desks')}, et personne d’autre.`,
  'handover.needs_lead': (f) => `Il y faut une personne responsable pour ${f.desks('desks')}.`,
  'handover.counts_as_both_chairs': () =>
    'Vous remplacez quelqu’un et comptez pour les deux présidences. Chaque présidence doit signer par une personne à elle.',
  'handover.date_past': (f) => `La date indiquée, ${f.day('date')}, est passée.`,
  'handover.task_unsettled': (f) =>
    `La tâche ${f.text('task')} n’est pas réglée : son état est « ${f.taskStates('state')} ».`,
  'handover.already_signed': () => 'Votre côté a déjà signé.',
  'handover.same_person_signed': () =>
    'Vous avez signé auparavant pour l’autre présidence. Une autre personne de ce côté doit signer.',
  'handover.reference_missing': () =>
    'Sans signatures ou sans cérémonie, il faut indiquer la décision qui le permet : procès-verbal, lettre, note.',
  'handover.pack_not_frozen': () => 'Le dossier de passation n’est pas encore figé pour les signatures.',
  'handover.signature_missing': (f) => `Il manque encore la signature : ${f.desks('side')}.`,
  'handover.term_not_serving': (f) =>
    `L’état du mandat sortant est « ${f.termStates('state')} » : personne n’exerce la présidence qui pourrait être transmise.`,
  'handover.successor_not_confirmed': (f) =>
    `L’état du mandat entrant est « ${f.termStates('state')} ». Il doit d’abord être confirmé.`,
  'handover.successor_unknown': () => 'On ne sait pas encore qui reprend la présidence.',
  'handover.date_missing': () => 'Aucune date n’est fixée pour le changement de présidence.',
  'handover.too_early': (f) => `La présidence change le ${f.day('handoverDate')} ; nous sommes le ${f.day('today')}.`,
  'handover.not_a_party': () =>
    'Vous ne participez pas à cette passation. Le Secrétariat peut vous donner une fonction.',
  'handover.wrong_term_state': (f) =>
    `L’état du mandat ${f.text('term')} est « ${f.termStates('state')} » : il ne peut pas faire partie d’une nouvelle passation.`,
  'handover.calendar_missing': () => 'L’un des côtés n’a pas encore de calendrier des jours ouvrés.',
  'handover.meeting_missing': () => 'Cette passation n’a pas de réunion : elle ne peut pas y prendre effet.',
  'handover.no_addenda_now': (f) =>
    `Les pièces tardives s’ajoutent une fois que les deux présidences ont signé ; la passation est « ${f.handoverStates('state')} ».`,
  'handover.writing_ended': (f) =>
    `Votre côté a remis la présidence. Jusqu’au ${f.day('until')} il pouvait travailler ici ; maintenant il peut seulement lire.`,
  'handover.reading_ended': (f) =>
    `Votre côté a remis la présidence. Jusqu’au ${f.day('until')} il pouvait lire ici ; maintenant il a l’archive du dossier.`,
  'task.fulfilled_already': () => 'Cet engagement est déjà marqué comme tenu.',
  'handover.exists': () =>
    'Cette passation existe déjà : chaque mandat n’est transmis qu’une fois, et chaque nom court ne sert qu’une fois.',

  'section.wrong_state': (f) =>
    `La section est « ${f.sectionStates('state')} ». Cela n’est possible que lorsqu’elle est : ${f.sectionStates('allowedFrom')}.`,
  'section.not_your_side': (f) => `Peuvent agir ici : ${f.desks('desks')}, et personne d’autre.`,
  'section.needs_lead': (f) => `Il y faut une personne responsable pour ${f.desks('desks')}.`,
  'section.counts_as_both_chairs': () =>
    'Vous remplacez quelqu’un et comptez pour les deux présidences. Chaque présidence doit s’exprimer par une personne à elle.',
  'section.date_past': (f) => `La date indiquée, ${f.day('date')}, est passée.`,
  'section.before_new_term': (f) =>
    `La présidence entrante la reprend pour son propre mandat : le jour indiqué (${f.day('date')}) est antérieur à son début (${f.day('termStart')}).`,
  'section.pack_not_open': (f) =>
    `La passation est « ${f.handoverStates('handoverState')} » : les sections de son dossier s’examinent pendant sa préparation.`,
  'section.handover_over': (f) =>
    `La passation est « ${f.handoverStates('handoverState')} » : on ne commente plus ses sections.`,
  'section.mention_outside': (f) =>
    `${f.text('person')} ne travaille pas à cette passation et ne pourrait pas lire le commentaire.`,
  'section.summary_missing': () => 'Il faut rédiger un résumé de la section.',
  'section.task_unsettled': (f) =>
    `La tâche ${f.text('task')} doit être réglée avant la passation et ne l’est pas : elle est « ${f.taskStates('state')} ».`,
  'section.counts_as_reviewer': () =>
    'Vous comptez aussi pour la présidence entrante : il ne resterait personne pour décider. Quelqu’un d’autre doit l’envoyer.',
  'section.own_side_presented': () =>
    'Vous ou votre côté avez envoyé cette section pour examen. Personne ne décide de ce que son propre côté a envoyé.',
  'section.nothing_to_change': () => 'Le résumé dit déjà cela.',
  'handover.section_undecided': (f) =>
    `La section ${f.text('section')} du dossier n’est pas acceptée : elle est « ${f.sectionStates('state')} ».`,

  'asset.handover_over': (f) =>
    `La passation est « ${f.handoverStates('handoverState')} » : ce qui change de mains n’est plus suivi.`,
  'asset.list_frozen': () => 'Le dossier est figé : rien n’est plus ajouté à la liste ni retiré.',
  'asset.wrong_step': () => 'L’élément en est à une autre étape : ce n’est pas possible.',
  'asset.not_your_side': (f) => `C’est à faire par ${f.desks('desks')}.`,
  'asset.same_person': () =>
    'Qui remet ne peut pas confirmer la réception : quelqu’un d’autre, du côté qui reçoit, doit le faire.',
  'reason.missing': () => 'Il faut écrire un motif.',
  'version.stale': () =>
    'Quelqu’un d’autre a modifié ceci depuis que vous l’avez ouvert. Voyez ce qui s’y trouve maintenant, puis recommencez.',
  'plan.preview_stale': () => 'Quelque chose a changé depuis cet aperçu. Voyez le nouvel aperçu avant de l’appliquer.',
  'rotation.preview_stale': () =>
    'Quelque chose a changé depuis cet aperçu. Voyez le nouvel aperçu avant de l’appliquer.',

  'meeting.ends_before_start': () =>
    'La réunion a besoin de ses deux jours, et le dernier ne peut précéder le premier.',
  'meeting.unknown': () => 'Cette réunion n’existe pas.',
  'meeting.exists': () => 'Ce nom court est déjà celui d’une autre réunion.',
  'template.unknown': () => 'Cette liste de contrôle n’existe pas.',
  'template.exists': () => 'Une liste de contrôle de ce nom et de cette version existe déjà.',

  'term.wrong_state': (f) =>
    `L’état du mandat est « ${f.termStates('state')} ». Cela n’est possible que dans l’état : ${f.termStates('allowedFrom')}.`,
  'term.not_your_side': () => 'Seul le Secrétariat peut modifier les mandats et la rotation.',
  'term.only_by_handover': () => 'La présidence est exercée. Elle ne passe à un autre titulaire que par une passation.',
  'term.not_begun_by_then': (f) => `Le mandat commence le ${f.day('start')}, et non avant le ${f.day('on')}.`,
  'term.not_suspended_by_then': (f) => `Le mandat a été suspendu le ${f.day('since')}, après le ${f.day('on')}.`,
  'term.end_before_start': (f) =>
    `Le mandat finirait le ${f.day('end')} sans avoir duré un jour : il commence le ${f.day('start')}.`,
  'term.date_in_past': (f) => `Le ${f.day('on')} est passé : nous sommes le ${f.day('today')}.`,
  'term.date_in_future': (f) =>
    `Le ${f.day('date')} n’est pas encore venu : nous sommes le ${f.day('today')}. On n’enregistre que ce qui a eu lieu.`,
  'term.date_not_real': (f) => `Ce jour n’existe pas (${f.field('field')}) : ${f.text('date')}.`,
  'term.text_missing': (f) => `Il manque un texte : ${f.field('field')}.`,
  'term.disputed': () => 'Le titulaire de ce mandat est contesté. Cela doit d’abord être réglé.',
  'term.gap_undeclared': (f) =>
    `Entre le ${f.day('from')} et le ${f.day('until')}, personne n’exercerait la présidence. Déclarez une vacance ou choisissez un autre jour.`,
  'term.overlaps': (f) =>
    `Les mandats ${f.text('first')} et ${f.text('second')} auraient tous deux la présidence du ${f.day('from')} au ${f.day('until')}.`,
  'term.holder_repeated': (f) => `Nommé plus d’une fois : ${f.text('holders')}.`,
  'term.vacancy_has_holder': () => 'Une vacance n’a pas de titulaire.',
  'term.holder_unknown': () => 'Le titulaire de ce mandat n’est pas encore connu.',
  'term.id_taken': () => 'Ce nom court est déjà celui d’un autre mandat.',
  'term.not_longer': (f) => `La nouvelle fin doit venir après la fin actuelle, le ${f.day('now')}.`,
  'term.not_shorter': (f) => `La nouvelle fin doit venir avant la fin actuelle, le ${f.day('now')}.`,
  'term.end_in_past': (f) => `Le ${f.day('end')} est passé, et ce mandat exerce encore la présidence aujourd’hui.`,
  'term.nothing_changes': () => 'Rien ne changerait.',
  'term.turns_left': (f) =>
    `D’autres tours restent à venir : ${f.text('turns')}. La présidence passe au suivant par une passation.`,
  'term.two_chairs': () => 'Certains jours, deux mandats auraient la présidence.',
  'term.another_is_serving': () => 'Un autre mandat exerce la présidence en ce moment.',
  'term.exists': () => 'Ce nom court est déjà celui d’un autre mandat.',
  'term.unknown': () => 'Ce mandat n’existe pas.',

  'rotation.term_unknown': (f) => `Le mandat ${f.text('term')} n’existe pas.`,
  'rotation.term_fixed': (f) =>
    `L’état du mandat est « ${f.termStates('state')} » : seuls les mandats à venir peuvent être déplacés.`,
  'rotation.date_too_vague': () =>
    'De ce mandat on ne connaît que l’année : il ne peut être déplacé que d’années entières.',
  'rotation.day_missing': (f) => `Le ${f.day('date')} n’a pas d’équivalent dans le mois d’arrivée.`,
  'rotation.holder_known': (f) => `Le titulaire est déjà connu : ${f.text('holders')}.`,
  'rotation.same_term': () => 'Le même mandat est nommé deux fois.',
  'rotation.months_out_of_range': (f) => `Un déplacement de ${String(f.count('months'))} mois n’est pas possible ici.`,
  'rotation.nothing_changes': () => 'Rien ne changerait.',
  'rotation.turn_before': (f) =>
    `Un autre tour vient d’abord : ${f.text('before')}. Il faut d’abord le passer ou l’échanger.`,
  'rotation.unreadable': (f) =>
    plural('fr', f.count('problems'), {
      one: 'Le document contient # erreur ; rien n’a été importé.',
      other: 'Le document contient # erreurs ; rien n’a été importé.',
    }),

  'permission.not_yours': () =>
    'Cela appartient à une autre personne. Elle peut le faire elle-même, ou le Secrétariat.',
  'day.has_passed': (f) => `Le ${f.day('day')} est passé. Ce qui valait par le passé reste tel quel.`,
  'person.has_left': (f) => `Cette personne est partie le ${f.day('leftOn')}.`,
  'person.unknown': () => 'Cette personne n’existe pas.',
  'person.exists': () => 'Ce nom court est déjà celui d’une autre personne.',
  'person.mail_taken': () => 'Une autre personne a cette adresse électronique.',
  'office.unknown': () => 'Ce service n’existe pas.',
  'office.exists': () => 'Ce nom court est déjà celui d’un autre service.',
  'member.unknown': () => 'Ce membre n’existe pas.',
  'member.exists': () => 'Ce nom court est déjà celui d’un autre membre.',
  'calendar.unknown': () => 'Ce calendrier n’existe pas.',
  'calendar.exists': () => 'Ce nom court est déjà celui d’un autre calendrier.',
  'body.exists': () => 'Ce nom court est déjà celui d’une autre organisation.',
  'role.not_of_this_office': (f) =>
    `La fonction « ${f.role('role')} » ne va pas avec ce service : délégués et responsables relèvent du service d’un membre, le Secrétariat du sien.`,
  'role.last_secretariat': () =>
    'Il ne resterait personne au Secrétariat. Donnez d’abord cette fonction à quelqu’un d’autre.',
  'role.is_over': (f) => `Cette fonction a déjà pris fin le ${f.day('untilDay')}.`,
  'role.already_given': () => 'Cette personne a déjà la fonction certains de ces jours.',
  'stand_in.same_person': () => 'Personne ne se remplace soi-même.',
  'stand_in.ends_earlier': (f) => `Le remplacement finit déjà le ${f.day('untilDay')}.`,
  'stand_in.already_named': () => 'Une autre personne assure déjà le remplacement certains de ces jours.',
  'token.too_many': (f) =>
    plural('fr', f.count('most'), {
      one: 'Plus de # clé d’accès n’est pas possible. Révoquez-en une d’abord.',
      other: 'Plus de # clés d’accès ne sont pas possibles. Révoquez-en une d’abord.',
    }),
  'token.already_revoked': () => 'Cette clé d’accès est déjà révoquée.',
  'delivery.not_failed': () => 'Ce courriel n’a pas échoué : seul un courriel qui a échoué peut être renvoyé.',
};
