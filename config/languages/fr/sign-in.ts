import { signIn as english } from '../en/sign-in.js';
import type { PageTexts } from '../en/pages.js';

export const signIn: PageTexts['signIn'] = english;
