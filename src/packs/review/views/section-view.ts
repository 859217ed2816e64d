import type { UnmetGate } from '../../../engine/decision.js';
import type { Viewer } from '../../../people/find-session.js';
import type { FieldErrors, Typed } from '../../../web/form.js';
import type { PageRequest } from '../../../web/page-request.js';
import type { SectionScene } from '../section-scene.queries.js';

/** What every part of a page about one section shows. */
export interface SectionSceneProps extends SectionScene {
  readonly page: PageRequest;
  readonly viewer: Viewer;
}

/** The same where something was asked for and not done. */
export interface SectionPageProps extends SectionSceneProps {
  readonly typed?: Typed;
  readonly errors?: FieldErrors;
  /** Why what was asked for just now was not done. */
  readonly refusal?: readonly UnmetGate[];
  /** Somebody was faster: what was decided was decided on another version. */
  readonly isStale?: boolean;
}
