/** The addresses of pages, made in this one place. Those with GET only show; what changes something is a form on a page. */
const part = encodeURIComponent;

export const paths = {
  start: '/',
  signIn: '/sign-in',
  /** Signing in, and afterwards going where one wanted to. */
  signInFor: (next: string): string => `/sign-in?next=${part(next)}`,
  signInSent: '/sign-in/sent',
  signInCode: '/sign-in/code',
  signInLink: (secret: string): string => `/sign-in/link/${part(secret)}`,
  useSignInLink: '/sign-in/link',
  signInBodies: '/sign-in/second-factor',
  secondFactor: (bodyId: string): string => `/sign-in/second-factor/${part(bodyId)}`,
  proveTotp: (bodyId: string): string => `${paths.secondFactor(bodyId)}/app`,
  provePasskey: (bodyId: string): string => `${paths.secondFactor(bodyId)}/passkey`,
  proveRecovery: (bodyId: string): string => `${paths.secondFactor(bodyId)}/recovery`,
  addSecondFactor: (bodyId: string): string => `/sign-in/add/${part(bodyId)}`,
  addTotp: (bodyId: string): string => `${paths.addSecondFactor(bodyId)}/app`,
  addPasskey: (bodyId: string): string => `${paths.addSecondFactor(bodyId)}/passkey`,
  signInAgain: (next: string): string => `/sign-in/again?next=${part(next)}`,
  beginAgain: '/sign-in/again',
  openIdFor: (next: string): string => `/sign-in/openid?next=${part(next)}`,
  openIdBack: '/sign-in/openid/callback',
  signOut: '/sign-out',
  secondFactors: '/settings/second-factors',
  moreFactors: '/settings/second-factors/add',
  newRecoveryCodes: '/settings/second-factors/recovery-codes',
  removeFactor: (id: string): string => `/settings/second-factors/${part(id)}/remove`,
  resetFactors: (bodyId: string, personId: string): string =>
    `/bodies/${part(bodyId)}/people/${part(personId)}/second-factors`,
  language: (language: string, back: string): string => `/language/${language}?back=${part(back)}`,
  help: '/help',
  accessibility: '/accessibility',
  personalData: '/personal-data',
  settings: '/settings',
  ownLanguage: '/settings/language',
  ownTokens: '/settings/tokens',
  revokeToken: (tokenId: string): string => `${paths.ownTokens}/${part(tokenId)}/revoke`,
  endSession: (sessionId: string): string => `${paths.settings}/sessions/${part(sessionId)}/end`,
  events: (bodyId: string, handoverId: string): string => `${paths.handover(bodyId, handoverId)}/events`,

  verify: '/verify',
  handovers: (bodyId: string): string => `/bodies/${part(bodyId)}/handovers`,
  people: (bodyId: string): string => `/bodies/${part(bodyId)}/people`,
  newPerson: (bodyId: string): string => `/bodies/${part(bodyId)}/new-person`,
  person: (bodyId: string, personId: string): string => `${paths.people(bodyId)}/${part(personId)}`,
  changePerson: (bodyId: string, personId: string): string => `${paths.person(bodyId, personId)}/change`,
  leaveBody: (bodyId: string, personId: string): string => `${paths.person(bodyId, personId)}/leave`,
  giveRole: (bodyId: string, personId: string): string => `${paths.person(bodyId, personId)}/roles/new`,
  endRole: (bodyId: string, personId: string, roleId: string): string =>
    `${paths.person(bodyId, personId)}/roles/${part(roleId)}/end`,
  nameStandIn: (bodyId: string): string => `/bodies/${part(bodyId)}/stand-ins/new`,
  nameStandInFor: (bodyId: string, personId: string): string => `${paths.nameStandIn(bodyId)}?person=${part(personId)}`,
  endStandIn: (bodyId: string, standInId: string): string => `/bodies/${part(bodyId)}/stand-ins/${part(standInId)}/end`,
  rotation: (bodyId: string): string => `/bodies/${part(bodyId)}/rotation`,

  handover: (bodyId: string, handoverId: string): string => `${paths.handovers(bodyId)}/${part(handoverId)}`,
  tasks: (bodyId: string, handoverId: string): string => `${paths.handover(bodyId, handoverId)}/tasks`,
  task: (bodyId: string, handoverId: string, taskId: string): string =>
    `${paths.tasks(bodyId, handoverId)}/${part(taskId)}`,
  tasksExport: (bodyId: string, handoverId: string): string => `${paths.tasks(bodyId, handoverId)}.csv`,
  pack: (bodyId: string, handoverId: string): string => `${paths.handover(bodyId, handoverId)}/pack`,
  packFiles: (bodyId: string, handoverId: string): string => `${paths.pack(bodyId, handoverId)}/files`,
  packFile: (bodyId: string, handoverId: string, fileId: string): string =>
    `${paths.packFiles(bodyId, handoverId)}/${part(fileId)}`,
  section: (bodyId: string, handoverId: string, sectionId: string): string =>
    `${paths.pack(bodyId, handoverId)}/sections/${part(sectionId)}`,
  sectionDecision: (bodyId: string, handoverId: string, sectionId: string): string =>
    `${paths.section(bodyId, handoverId, sectionId)}/decision`,
  commentSection: (bodyId: string, handoverId: string, sectionId: string): string =>
    `${paths.section(bodyId, handoverId, sectionId)}/comments`,
  presentSection: (bodyId: string, handoverId: string, sectionId: string): string =>
    `${paths.section(bodyId, handoverId, sectionId)}/present`,
  stocktaking: (bodyId: string, handoverId: string): string => `${paths.pack(bodyId, handoverId)}/stocktaking`,
  packMeetings: (bodyId: string, handoverId: string): string => `${paths.pack(bodyId, handoverId)}/meetings`,
  contacts: (bodyId: string, handoverId: string): string => `${paths.pack(bodyId, handoverId)}/contacts`,
  programme: (bodyId: string, handoverId: string): string => `${paths.pack(bodyId, handoverId)}/programme`,
  assets: (bodyId: string, handoverId: string): string => `${paths.pack(bodyId, handoverId)}/assets`,
  moveAsset: (bodyId: string, handoverId: string, assetId: string, move: string): string =>
    `${paths.assets(bodyId, handoverId)}/${part(assetId)}/${move}`,
  sendBackAsset: (bodyId: string, handoverId: string, assetId: string): string =>
    paths.moveAsset(bodyId, handoverId, assetId, 'send-back'),
  calendar: (bodyId: string, handoverId: string): string => `${paths.handover(bodyId, handoverId)}/calendar`,
  calendarFeed: (bodyId: string, handoverId: string): string => `${paths.calendar(bodyId, handoverId)}/address`,
  revokeCalendarFeed: (bodyId: string, handoverId: string): string =>
    `${paths.calendarFeed(bodyId, handoverId)}/revoke`,
  /** Open to all who know the secret. */
  feed: (secret: string): string => `/feeds/${secret}.ics`,
  activity: (bodyId: string, handoverId: string): string => `${paths.handover(bodyId, handoverId)}/activity`,
  activityExport: (bodyId: string, handoverId: string): string => `${paths.activity(bodyId, handoverId)}.csv`,
  addDocument: (bodyId: string, handoverId: string, taskId: string): string =>
    `${paths.task(bodyId, handoverId, taskId)}/documents/new`,
  document: (bodyId: string, handoverId: string, taskId: string, documentId: string): string =>
    `${paths.task(bodyId, handoverId, taskId)}/documents/${part(documentId)}`,
  replaceDocument: (bodyId: string, handoverId: string, taskId: string, documentId: string): string =>
    `${paths.addDocument(bodyId, handoverId, taskId)}?replaces=${part(documentId)}`,
  documentVersion: (bodyId: string, handoverId: string, taskId: string, documentId: string, version: number): string =>
    `${paths.document(bodyId, handoverId, taskId, documentId)}/versions/${String(version)}`,
  submitTask: (bodyId: string, handoverId: string, taskId: string): string =>
    `${paths.task(bodyId, handoverId, taskId)}/submit`,
  handoversPlan: (bodyId: string): string => `${paths.handovers(bodyId)}/plan`,
  moveTask: (bodyId: string, handoverId: string, taskId: string, move: string): string =>
    `${paths.task(bodyId, handoverId, taskId)}/${move}`,
  commentTask: (bodyId: string, handoverId: string, taskId: string): string =>
    `${paths.task(bodyId, handoverId, taskId)}/comments`,
  addLink: (bodyId: string, handoverId: string, taskId: string): string =>
    `${paths.task(bodyId, handoverId, taskId)}/links/new`,
  links: (bodyId: string, handoverId: string): string => `${paths.handover(bodyId, handoverId)}/links`,
  removeEvidence: (bodyId: string, handoverId: string, taskId: string, evidenceId: string): string =>
    `${paths.task(bodyId, handoverId, taskId)}/evidence/${part(evidenceId)}/remove`,
  submitSection: (bodyId: string, handoverId: string, sectionId: string): string =>
    `${paths.handover(bodyId, handoverId)}/sections/${part(sectionId)}/submit`,
  newHandover: (bodyId: string): string => `${paths.handovers(bodyId)}/new`,
  moveMeeting: (bodyId: string, handoverId: string): string => `${paths.handover(bodyId, handoverId)}/move`,
  previewMove: (bodyId: string, handoverId: string): string => `${paths.moveMeeting(bodyId, handoverId)}/preview`,
  plan: (bodyId: string, handoverId: string): string => `${paths.handover(bodyId, handoverId)}/plan`,
  planRevision: (bodyId: string, handoverId: string, revision: number): string =>
    `${paths.plan(bodyId, handoverId)}/${String(revision)}`,
  prepareHandover: (bodyId: string, handoverId: string): string => `${paths.handover(bodyId, handoverId)}/prepare`,
  cancelHandover: (bodyId: string, handoverId: string): string => `${paths.handover(bodyId, handoverId)}/cancel`,
  freezePack: (bodyId: string, handoverId: string): string => `${paths.handover(bodyId, handoverId)}/freeze`,
  reopenHandover: (bodyId: string, handoverId: string): string => `${paths.handover(bodyId, handoverId)}/reopen`,
  closeHandover: (bodyId: string, handoverId: string): string => `${paths.handover(bodyId, handoverId)}/close`,
  /** Passing the chair: what is met and what is not, who has signed, and what comes after. */
  passing: (bodyId: string, handoverId: string): string => `${paths.handover(bodyId, handoverId)}/passing`,
  sign: (bodyId: string, handoverId: string): string => `${paths.handover(bodyId, handoverId)}/sign`,
  signOnPaper: (bodyId: string, handoverId: string): string => `${paths.sign(bodyId, handoverId)}/paper`,
  signedPaper: (bodyId: string, handoverId: string, round: number, side: string): string =>
    `${paths.handover(bodyId, handoverId)}/signatures/${String(round)}/${side}/paper`,
  effect: (bodyId: string, handoverId: string): string => `${paths.handover(bodyId, handoverId)}/effect`,
  addAddendum: (bodyId: string, handoverId: string): string => `${paths.handover(bodyId, handoverId)}/addenda/new`,
  addendumDocument: (bodyId: string, handoverId: string, number: number): string =>
    `${paths.handover(bodyId, handoverId)}/addenda/${String(number)}/document`,
  commitments: (bodyId: string, handoverId: string): string => `${paths.handover(bodyId, handoverId)}/commitments`,
};
