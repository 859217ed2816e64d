import type { PageTexts } from '../en/pages.js';

export const documents: PageTexts['documents'] = {
  title: 'Adicionar um documento',
  titleOfVersion: 'Adicionar uma nova versão',
  file: 'Ficheiro',
  fileHint: (limit) =>
    `PDF, Word (DOCX), Excel (XLSX), OpenDocument (ODT, ODS), PNG ou JPEG, sem macros; no máximo ${limit}.`,
  slowHint:
    'Numa ligação lenta, um ficheiro grande demora alguns minutos. Se a ligação cair, nada fica guardado: envie-o de novo.',
  name: 'Título',
  nameHint: 'O que os outros leem na lista; o nome do ficheiro fica como está.',
  language: 'Língua do documento',
  languages: { en: 'Inglês', fr: 'Francês', pt: 'Português', ar: 'Árabe', es: 'Espanhol' },
  otherLanguage: 'Várias línguas, ou outra',
  marking: 'Quem o pode ler?',
  markings: {
    public: { name: 'Público', help: 'Todas as pessoas que participam neste órgão, incluindo observadores.' },
    participants: { name: 'Participantes', help: 'As equipas de ambas as presidências e o Secretariado.' },
    restricted: {
      name: 'Restrito',
      help: 'As equipas de ambas as presidências e o Secretariado; não deve ser transmitido, e os navegadores não guardam cópia.',
    },
  },
  replaces: 'Substitui um documento?',
  replacesNothing: 'Não, é um documento novo',
  replacesVersion: (title, version) => `Sim, a versão ${String(version)} de «${title}»`,
  next: 'O documento serve de prova para esta tarefa logo que é adicionado. A outra parte só é informada quando enviar a tarefa para apreciação.',
  send: 'Adicionar o documento',
  cancel: 'Voltar à tarefa',
  added: (title) => `«${title}» foi adicionado.`,
  versionAdded: (title, version) => `A versão ${String(version)} de «${title}» foi adicionada.`,
  replacedMeanwhile: 'Alguém adicionou uma versão desde que abriu esta página. Veja qual é agora a mais recente.',
  asked: 'O que esta tarefa pede',
  present: 'Documentos já existentes',
  progress: {
    label: 'Envio do ficheiro',
    sent: '{sent} de {total}',
    left: 'faltam cerca de {time}',
    checking: 'O ficheiro chegou e está a ser verificado.',
    slow: 'A ligação é lenta. Deixe esta página aberta; pode continuar a trabalhar noutro separador.',
    broken: 'A ligação caiu e nada ficou guardado. O que preencheu continua aqui: envie de novo.',
  },
  problems: {
    missing: () => 'Escolha um ficheiro',
    empty: () => 'O ficheiro está vazio: escolha um com conteúdo',
    tooLarge: (limit) => `O ficheiro tem mais de ${limit}: reduza-o ou divida-o`,
    name: () =>
      'O nome do ficheiro contém um caminho ou sinais que não podem ser mostrados, ou é demasiado longo: mude-lhe o nome',
    type: () => 'O conteúdo do ficheiro não é de nenhum dos tipos acima, seja qual for o seu nome',
    damaged: () =>
      'O ficheiro está danificado ou protegido por palavra-passe: abra-o, guarde-o de novo e volte a escolhê-lo',
    macros: () => 'O ficheiro contém macros: guarde-o sem elas, como DOCX ou XLSX',
    unsafe: () => 'O ficheiro descomprime-se em muito mais do que um documento, ou fora de si mesmo: guarde-o de novo',
    incomplete: () => 'O ficheiro não chegou inteiro: envie-o de novo',
  },
  version: (version) => `Versão ${String(version)}`,
  sentBy: (name, day) => `${name}, ${day}`,
  earlier: 'Versões anteriores',
  newVersion: 'Adicionar uma nova versão',
};
