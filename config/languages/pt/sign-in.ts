import type { PageTexts } from '../en/pages.js';

export const signIn: PageTexts['signIn'] = {
  title: 'Iniciar sessão',
  what: 'Este serviço reúne num só lugar as tarefas, os prazos e os documentos de uma passagem entre duas presidências, e lembra-os a tempo a ambos os lados.',
  demoTitle: 'Experimentar',
  demoHint:
    'Esta é uma demonstração com pessoas inventadas. Escolha quem quer ser; nada do que fizer aqui chega a ninguém.',
  signInAs: (name) => `Iniciar sessão como ${name}`,
  signedOut: 'A sua sessão terminou.',
  titles: {
    'ma-lead': 'Equipa da presidência cessante, responsável (Marrocos)',
    'ma-delegate': 'Equipa da presidência cessante (Marrocos)',
    'pt-lead': 'Equipa da presidência seguinte, responsável (Portugal)',
    'pt-delegate': 'Equipa da presidência seguinte (Portugal)',
    'sec-lead': 'Secretariado',
    observer: 'Observador',
  },
};
