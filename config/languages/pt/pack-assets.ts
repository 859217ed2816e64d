import type { PageTexts } from '../en/pages.js';

export const packAssets: PageTexts['pack']['assets'] = {
  kinds: { mailing_list: 'Lista de correio', account: 'Conta', calendar: 'Calendário', other: 'Outra coisa' },
};
