import type { PageRequest } from '../../web/page-request.js';
import type { RunningHandover } from '../handovers-plan.queries.js';

/** How a handover stands: `26 of 60 tasks settled · 2 overdue`. */
export function handoverWords({ texts }: PageRequest, { settled, total, overdue }: RunningHandover): string {
  const { plan } = texts.calendar;
  return [plan.settled(settled, total), overdue === 0 ? plan.noneOverdue : plan.overdue(overdue)].join(' · ');
}
