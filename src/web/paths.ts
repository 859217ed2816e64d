/** The addresses of pages, made in this one place. All of them only show; what changes something is asked for on the page. */
export const paths = {
  handover: (bodyId: string, handoverId: string): string =>
    `/bodies/${encodeURIComponent(bodyId)}/handovers/${encodeURIComponent(handoverId)}`,
  task: (bodyId: string, handoverId: string, taskId: string): string =>
    `${paths.handover(bodyId, handoverId)}/tasks/${encodeURIComponent(taskId)}`,
};
