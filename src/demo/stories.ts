import { postponedStory } from './postponed-story.js';
import { rabatStory } from './rabat-story.js';
import type { Story } from './story.js';

/** Every story that can be played, by the name it is asked for with. */
export const STORIES: Readonly<Record<string, Story>> = { rabat: rabatStory, postponed: postponedStory };
