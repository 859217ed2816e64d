import { IsKey, IsLine } from '../api/text-fields.js';
import { IsOneOf } from '../api/value-fields.js';

/** The languages a document may be said to be in. */
export const DOCUMENT_LANGUAGES = ['en', 'fr', 'pt', 'ar', 'es'] as const;
export type DocumentLanguage = (typeof DOCUMENT_LANGUAGES)[number];

export const MARKINGS = ['public', 'participants', 'restricted'] as const;

/** What is said of a document beside the file itself. */
export class DocumentForm {
  @IsLine(300, { says: 'What it is called on the page.', example: 'Report of the chair, 2023' })
  title!: string;

  @IsOneOf(DOCUMENT_LANGUAGES, {
    optional: true,
    says: 'The language it is written in; left out for several or others.',
  })
  language?: DocumentLanguage;

  @IsOneOf(MARKINGS, {
    optional: true,
    says: "Who may read it; the task's own marking if left out, or that of the version before.",
  })
  marking?: (typeof MARKINGS)[number];
}

/** On the page also which version it replaces: the document and the number of its newest version, `<id>.<number>`. */
export class AddDocumentForm extends DocumentForm {
  @IsKey({ optional: true })
  replaces?: string;
}

export class AddDocumentQuery {
  @IsKey({ optional: true, says: 'The document that gets a new version.' })
  replaces?: string;
}
