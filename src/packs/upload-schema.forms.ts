import { DOCUMENT_LANGUAGES, MARKINGS } from './documents.forms.js';

/** The form of a document as the API's description shows it. */
export const UPLOAD_SCHEMA = {
  type: 'object',
  required: ['file', 'title'],
  properties: {
    title: { type: 'string', minLength: 1, maxLength: 300 },
    language: { type: 'string', enum: [...DOCUMENT_LANGUAGES] },
    marking: { type: 'string', enum: [...MARKINGS] },
    file: {
      type: 'string',
      format: 'binary',
      description:
        'PDF, DOCX, XLSX, ODT, ODS, PNG or JPEG by its content, without macros; 25 MB where nothing else is set.',
    },
  },
};
