import type { PageTexts } from '../en/pages.js';

export const packAssets: PageTexts['pack']['assets'] = {
  kinds: { mailing_list: 'Liste de diffusion', account: 'Compte', calendar: 'Calendrier', other: 'Autre chose' },
};
