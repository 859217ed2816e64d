/** The list of handovers. */
export const handoverList = {
  title: 'Handovers',
  none: 'No handover is shared with you. The Secretariat can give you a part in one.',
  parts: { running: 'Running', planned: 'Planned', past: 'Past' },
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  settled: (settled: number, total: number) => `${String(settled)} of ${String(total)} tasks settled`,
};
