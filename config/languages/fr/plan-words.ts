import type { PageTexts } from '../en/pages.js';
import { plural } from '../plural.js';

export const planWords: Pick<PageTexts['move'], 'weekend' | 'findings'> = {
  weekend: 'fin de semaine',
  findings: {
    compressed: (due, rule) => `aurait dû être faite avant le ${rule} ; elle serait due immédiatement, le ${due}.`,
    noWorkingDay: (due) => `il ne reste aucun jour ouvrable jusqu’au ${due}.`,
    littleTime: (due, days) =>
      plural('fr', days, {
        one: `il ne reste que # jour ouvrable jusqu’au ${due}.`,
        other: `il ne reste que # jours ouvrables jusqu’au ${due}.`,
      }),
    waitsForLater: (due, waitsForDue) => `due le ${due}, mais elle attend celle-ci, due le ${waitsForDue} :`,
    waitsForUndated: (due) => `due le ${due}, mais elle attend celle-ci, qui n’a pas de date :`,
    dayOff: (date, place, why) => `Le ${date} est un jour chômé pour ${place} : ${why}.`,
    dayOffExpected: (date, place, why) =>
      `Le ${date} sera sans doute un jour chômé pour ${place}, pas encore décrété : ${why}.`,
  },
};
