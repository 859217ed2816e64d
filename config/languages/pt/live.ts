import { plural } from '../plural.js';
import type { PageTexts } from '../en/pages.js';

export const live: PageTexts['live'] = {
  taskChanged: 'Esta tarefa mudou desde que abriu a página.',
  sectionChanged: 'Esta secção mudou desde que abriu a página.',
  pageChanged: 'O que esta página mostra mudou desde que a abriu.',
  showNow: 'Mostrar o estado atual',
  sessionOver: 'A sua sessão terminou.',
  signInAgain: 'Iniciar sessão de novo',
  changes: (count) =>
    plural('pt', count, {
      one: '# alteração feita por outras pessoas nesta passagem',
      other: '# alterações feitas por outras pessoas nesta passagem',
    }),
  mailbox: {
    title: 'Caixa de correio da demonstração',
    lead: 'Todas as mensagens enviadas, da mais recente para a mais antiga. Nenhuma sai desta máquina.',
    empty: 'Ainda não foi enviada nenhuma mensagem. Avance o relógio até ao próximo prazo para ver algumas.',
    emptyFor: 'Ainda não foi enviada nenhuma mensagem deste tipo.',
    count: (count) => plural('pt', count, { one: '# mensagem', other: '# mensagens' }),
    filter: 'Que mensagens',
    person: 'Destinatário',
    everyone: 'Todas as pessoas',
    language: 'Língua',
    allLanguages: 'Todas as línguas',
    apply: 'Mostrar',
    all: 'Todas as mensagens',
    sent: 'Enviada',
    download: 'Descarregar esta mensagem (.eml)',
    newer: 'Mensagens mais recentes',
    older: 'Mensagens mais antigas',
  },
};
