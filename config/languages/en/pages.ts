import { activity } from './activity.js';
import { calendar } from './calendar.js';
import { documents } from './documents.js';
import { gates } from './gates.js';
import { handovers } from './handovers.js';
import { info } from './info.js';
import { layout } from './layout.js';
import { live } from './live.js';
import { move } from './move.js';
import { overview } from './overview.js';
import { pack } from './pack.js';
import { people } from './people.js';
import { record } from './record.js';
import { review } from './review.js';
import { settings } from './settings.js';
import { signIn } from './sign-in.js';
import { signing } from './signing.js';
import { tasks } from './tasks.js';

/** Everything that pages say in English; the other languages have the same keys, checked by type. */
export const en = {
  activity,
  calendar,
  documents,
  gates,
  handovers,
  info,
  layout,
  live,
  move,
  overview,
  pack,
  people,
  record,
  review,
  settings,
  signIn,
  signing,
  tasks,
};

/** The texts of pages in one language. */
export type PageTexts = typeof en;
