import type { Viewer } from '../../people/find-session.js';
import type { FieldErrors, Typed } from '../../web/form.js';
import type { PageRequest } from '../../web/page-request.js';
import type { Question } from '../new-handover.forms.js';
import type { Offer } from '../new-handover.queries.js';

/** What every page of a new handover knows: the answers so far, and what there is to choose from. */
export interface NewHandoverProps {
  readonly page: PageRequest;
  readonly viewer: Viewer;
  readonly offer: Offer;
  readonly typed: Typed;
}

export interface NewHandoverQuestionProps extends NewHandoverProps {
  readonly question: Question;
  readonly errors: FieldErrors;
}
