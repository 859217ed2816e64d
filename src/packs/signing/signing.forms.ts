import { IsLine, IsProse } from '../../api/text-fields.js';
import { IsOneOf } from '../../api/value-fields.js';
import { EFFECT_WAYS, type EffectWay, type SignedLanguage } from '../../engine/handovers/handover.js';

const SIGNED_LANGUAGES: readonly SignedLanguage[] = ['en', 'fr', 'pt', 'ar'];

/** Signing with words that are typed. */
export class SignForm {
  @IsLine(120, { example: 'Director General', says: 'The office or rank of the person who signs.' })
  rank!: string;

  @IsOneOf(SIGNED_LANGUAGES, { says: 'The language in which the declaration is signed.' })
  language!: SignedLanguage;

  @IsLine(200, {
    example: 'I confirm for Portugal',
    says: 'The words of the declaration in that language, exactly as `GET passing` gives them.',
  })
  confirmation!: string;
}

/** Signing with a paper that was signed by hand. */
export class SignOnPaperForm {
  @IsLine(120, { says: 'The office or rank of the person who signed.' })
  rank!: string;

  @IsOneOf(SIGNED_LANGUAGES, { says: 'The language of the declaration on the paper.' })
  language!: SignedLanguage;
}

/** Letting the chair pass, as the page asks for it. */
export class EffectPageForm {
  @IsOneOf(EFFECT_WAYS) way!: EffectWay;
  @IsLine(300, { optional: true }) reference?: string;
  @IsOneOf(['yes'], { optional: true }) unsigned?: string;
  @IsOneOf(['yes'], { optional: true }) unsettled?: string;
  @IsLine(200) confirmation!: string;
}

/** A late entry; its document comes as a file beside it. */
export class AddendumForm {
  @IsLine(200, { example: 'List of contacts, corrected' })
  title!: string;

  @IsProse(8000, { says: 'What is to be known.' })
  text!: string;
}

const FILE = { type: 'string', format: 'binary' };

/** The form of a signed paper as the API's description shows it. */
export const PAPER_SCHEMA = {
  type: 'object',
  required: ['file', 'rank', 'language'],
  properties: {
    rank: { type: 'string', minLength: 1, maxLength: 120 },
    language: { type: 'string', enum: [...SIGNED_LANGUAGES] },
    file: { ...FILE, description: 'The signed paper as a PDF.' },
  },
};

/** The form of a late entry as the API's description shows it. */
export const ADDENDUM_SCHEMA = {
  type: 'object',
  required: ['title', 'text'],
  properties: {
    title: { type: 'string', minLength: 1, maxLength: 200 },
    text: { type: 'string', minLength: 1, maxLength: 8000 },
    file: { ...FILE, description: 'A document of the types that tasks take.' },
  },
};
