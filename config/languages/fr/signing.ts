import type { PageTexts } from '../en/pages.js';
import { plural } from '../plural.js';

export const signing: PageTexts['signing'] = {
  title: 'Transmission de la présidence',
  link: 'Transmission de la présidence',
  lead: {
    open: (count) =>
      plural('fr', count, {
        one: '# condition reste à remplir avant que la présidence puisse passer.',
        other: '# conditions restent à remplir avant que la présidence puisse passer.',
      }),
    ready: 'Tout est réuni : le Secrétariat peut laisser passer la présidence.',
    passed: (day) => `La présidence est passée le ${day}.`,
    cancelled: 'Cette passation a été annulée : la présidence ne passe pas par elle.',
  },
  facts: {
    from: 'De',
    to: 'À',
    day: 'Jour où la présidence passe',
    meeting: 'Réunion',
    noMeeting: 'Aucune réunion',
    noDay: 'Aucun jour n’est encore fixé',
  },
  conditions: {
    title: 'Ce qui doit être réuni',
    met: 'Rempli',
    notMet: 'Non rempli',
    names: {
      tasks: 'Les tâches obligatoires avant la passation sont réglées',
      sections: 'La présidence entrante s’est prononcée sur chaque section du dossier',
      frozen: 'Le dossier est figé pour les signatures',
      signed_outgoing: 'La présidence sortante a signé',
      signed_incoming: 'La présidence entrante a signé',
      blocking: 'Les tâches que la passation attend sont réglées',
      terms: 'La présidence peut être remise et reprise : les mandats sont en ordre',
      date: 'Le jour est venu',
    },
    settled: (done, of) => `${String(done)} sur ${String(of)} réglées`,
    decided: (done, of) => `${String(done)} sur ${String(of)} tranchées`,
    more: (count) => plural('fr', count, { one: 'et # autre', other: 'et # autres' }),
    evidence: 'Voir dans l’activité',
    signedBy: (name, day) => `${name}, ${day}`,
  },
  moves: {
    title: 'Ce que vous pouvez faire maintenant',
    freeze: 'Figer le dossier',
    sign: (member) => `Signer : ${member}`,
    reopen: 'Rouvrir le dossier',
    effect: 'Laisser passer la présidence',
    close: 'Clore la passation',
    addendum: 'Ajouter une pièce tardive',
    commitments: 'Engagements du nouveau mandat',
    nothing: 'Vous n’avez rien à faire ici pour le moment.',
  },
  signatures: {
    title: 'Qui a signé',
    none: 'Personne n’a encore signé.',
    waits: (member) => `${member} : pas encore signé`,
    for: (member) => `Pour : ${member}`,
    standsIn: (name) => `en remplacement de ${name}`,
    declared: 'Ce qui a été signé',
    over: (seq) => `Signé sur le registre de cette passation jusqu’à l’entrée ${String(seq)}, dont l’empreinte est`,
    paper: (size) => `Le papier signé (PDF, ${size})`,
    digest: 'SHA-256 du papier :',
    void: 'Signatures qui ne comptent plus',
    voidHelp: 'Le dossier a été rouvert après qu’elles ont été données. Elles restent lisibles.',
    noWords: 'Les mots n’étaient pas conservés à cette époque.',
  },
  declaration: {
    title: 'La déclaration',
    help: 'La même dans les langues des deux présidences ; vous la signez dans la langue de cette page.',
    text: ({ body, outgoing, incoming, day, meeting }) =>
      `${body} : la présidence passe du pays sortant (${outgoing}) au pays entrant (${incoming})${
        day === null ? '' : `, le ${day.replace(/ 1 (?=\p{L})/u, ' 1er ')}`
      }${
        meeting === null ? '' : `, lors de la réunion « ${meeting} »`
      }. Le dossier de passation est remis et repris tel que le raconte le registre de cette passation.`,
    confirm: (member) => `Je confirme pour : ${member}`,
  },
  sign: {
    title: (member) => `Signer : ${member}`,
    lead: 'Ce que vous signez est consigné avec votre nom, votre fonction et le moment. Cela ne peut pas être repris ; seul le Secrétariat peut rouvrir le dossier.',
    standingIn: (name) => `Vous signez au nom de ${name}, que vous remplacez. Les deux noms sont conservés.`,
    yours: 'Votre signature',
    signer: 'Qui signe',
    role: 'Responsable de l’équipe de la présidence',
    standInRole: (name) => `Remplaçant de ${name}`,
    rank: 'Votre fonction ou votre grade',
    rankHint: 'Comme ils figureraient sous votre nom sur le papier, par exemple « Directrice générale ».',
    confirmation: 'Saisissez les mots',
    confirmationHint: (words) => `Exactement ceux-ci : ${words}`,
    differ: (words) => `Saisissez exactement : ${words}`,
    button: (member) => `Signer : ${member}`,
    done: 'Vous avez signé.',
    doneBoth: 'Vous avez signé. Les deux présidences ont maintenant signé.',
    notFresh: 'Avant de signer, montrez encore une fois qui vous êtes. Vous reviendrez ensuite ici.',
    prove: 'Se connecter encore une fois',
    toPaper: 'La signature a été faite à la main : déposer le papier signé à la place',
    staleLanguage: 'La langue de la page a changé : relisez la déclaration avant de la signer.',
  },
  paper: {
    title: (member) => `Déposer le papier signé : ${member}`,
    lead: 'Le papier numérisé est conservé par son empreinte, que le registre nomme. Il vaut signature de votre présidence.',
    file: 'Papier signé',
    fileHint: (limit) => `PDF, ${limit} au plus.`,
    onlyPdf: 'Choisissez un PDF : le papier signé, numérisé',
    button: 'Signer avec ce papier',
  },
  effect: {
    title: 'Laisser passer la présidence ?',
    lead: (outgoing, incoming) =>
      `Au même instant, le mandat sortant (${outgoing}) prend fin et le mandat entrant (${incoming}) commence. Cela ne peut pas être annulé.`,
    help: [
      'Les trois parties sont averties aussitôt par courriel.',
      'Les tâches ouvertes continuent, avec leurs rappels, jusqu’à la clôture de la passation.',
    ],
    missing: 'Ce qui manque',
    way: 'Comment passe-t-elle ?',
    ways: {
      meeting: 'À la réunion',
      date: 'À sa date, sans réunion',
      remote: 'À distance',
      decision: 'Par décision du Secrétariat',
    },
    reference: 'Référence de la décision écrite',
    referenceHint: 'Nécessaire lorsque le Secrétariat décide, et lorsqu’il manque quelque chose.',
    unsigned: 'Elle passe bien que les deux présidences n’aient pas signé',
    unsettled: 'Elle passe bien que des tâches qu’elle attend soient ouvertes',
    excuse: 'Seulement par décision écrite, dont la référence est conservée.',
    confirmation: 'Saisissez les mots',
    words: (incoming) => `La présidence passe à : ${incoming}`,
    button: 'Laisser passer la présidence',
    done: (incoming) => `La présidence est passée (${incoming}), et les trois parties sont averties.`,
    keep: 'Non, pas maintenant',
  },
  passed: {
    title: 'Comment la présidence est passée',
    ways: {
      meeting: 'à la réunion',
      date: 'à sa date',
      remote: 'à distance',
      decision: 'par décision du Secrétariat',
    },
    signed: 'signée par les deux présidences',
    unsigned: 'sans les deux signatures',
    reference: 'Décision écrite',
    when: 'Moment',
    how: 'Comment',
  },
  rights: {
    title: (outgoing) => `Ce que la présidence sortante (${outgoing}) peut faire ensuite`,
    writes: (days, until) =>
      until === null
        ? plural('fr', days, {
            one: 'Elle travaille ici encore # jour ; aux tâches alors ouvertes, jusqu’à la clôture de la passation.',
            other: 'Elle travaille ici encore # jours ; aux tâches alors ouvertes, jusqu’à la clôture de la passation.',
          })
        : `Elle travaille ici jusqu’au ${until} inclus ; à celles de ses tâches qui sont alors ouvertes, jusqu’à la clôture de la passation.`,
    reads: (days, until) =>
      until === null
        ? plural('fr', days, { one: 'Elle lit tout pendant # jour.', other: 'Elle lit tout pendant # jours.' })
        : `Elle lit tout jusqu’au ${until} inclus.`,
    archive: 'Ensuite, elle a l’archive du dossier, et rien de plus.',
    aftercare: (count) =>
      plural('fr', count, {
        one: '# tâche est encore ouverte ; elle continue jusqu’à la clôture de la passation.',
        other: '# tâches sont encore ouvertes ; elles continuent jusqu’à la clôture de la passation.',
      }),
  },
  addenda: {
    title: 'Pièces tardives',
    help: 'Ce qui est venu après la signature. Cela ne change rien à ce qui a été signé.',
    none: 'Il n’y en a pas.',
    number: (number) => `Additif ${String(number)}`,
    addTitle: 'Ajouter une pièce tardive',
    lead: 'Elle reçoit le numéro suivant, se place à côté de ce qui a été signé, et les trois parties sont averties.',
    name: 'Titre',
    text: 'Ce qu’il faut savoir',
    file: 'Document (facultatif)',
    button: 'Ajouter la pièce tardive',
    done: (number) => `L’additif ${String(number)} a été ajouté.`,
  },
  commitments: {
    title: 'Engagements du nouveau mandat',
    lead: (incoming) =>
      `Ce que la présidence entrante (${incoming}) a repris de la passation. Chaque engagement est rappelé jusqu’à ce qu’il soit tenu, aussi après le passage de la présidence.`,
    caption: 'Engagements, avec la personne responsable et le jour de leur échéance',
    none: 'Rien n’a été repris.',
    columns: {
      task: 'Engagement',
      person: 'Responsable',
      due: 'Échéance',
      state: 'État',
    },
    open: 'À tenir',
    late: 'En retard',
    done: (day) => `Tenu le ${day}`,
    markDone: 'Marquer comme tenu',
    back: 'Retour à la transmission de la présidence',
  },
};
