import type { Viewer } from '../../../people/find-session.js';
import type { PageRequest } from '../../../web/page-request.js';
import type { PassingScene } from '../passing-scene.js';

/** What every view of a passing is given. */
export interface PassingProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly scene: PassingScene;
}
