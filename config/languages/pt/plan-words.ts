import type { PageTexts } from '../en/pages.js';
import { plural } from '../plural.js';

export const planWords: Pick<PageTexts['move'], 'weekend' | 'findings'> = {
  weekend: 'fim de semana',
  findings: {
    compressed: (due, rule) => `deveria ter sido feita até ${rule}; teria de ser feita de imediato, em ${due}.`,
    noWorkingDay: (due) => `não resta nenhum dia útil até ${due}.`,
    littleTime: (due, days) =>
      plural('pt', days, {
        one: `resta apenas # dia útil até ${due}.`,
        other: `restam apenas # dias úteis até ${due}.`,
      }),
    waitsForLater: (due, waitsForDue) => `com prazo em ${due}, mas espera por esta, com prazo em ${waitsForDue}:`,
    waitsForUndated: (due) => `com prazo em ${due}, mas espera por esta, que não tem data:`,
    dayOff: (date, place, why) => `${date} não é dia de trabalho para ${place}: ${why}.`,
    dayOffExpected: (date, place, why) =>
      `Prevê-se que ${date} não seja dia de trabalho para ${place}, ainda sem decreto: ${why}.`,
  },
};
