import type { TaskState } from '../../engine/tasks/task.js';
import type { Speaker } from '../page-request.js';
import { Icon } from './icon.js';

/** On whose desk a task lies: an icon and a word, in the colour of the desk. */
export function StateTag({ page, state }: { readonly page: Speaker; readonly state: TaskState }) {
  return (
    <span class={`tag tag-${state}`}>
      <Icon name={state} />
      {page.texts.layout.states[state]}
    </span>
  );
}
