import type { PageTexts } from '../en/pages.js';

export const packAssets: PageTexts['pack']['assets'] = {
  kinds: { mailing_list: 'قائمة بريدية', account: 'حساب', calendar: 'تقويم', other: 'شيء آخر' },
};
