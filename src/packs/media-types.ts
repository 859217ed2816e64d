/** What documents may be. Found by looking into them, never by their names. */
export const MEDIA_TYPES = {
  'application/pdf': { extension: 'pdf', isShown: true },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { extension: 'docx', isShown: false },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { extension: 'xlsx', isShown: false },
  'application/vnd.oasis.opendocument.text': { extension: 'odt', isShown: false },
  'application/vnd.oasis.opendocument.spreadsheet': { extension: 'ods', isShown: false },
  'image/png': { extension: 'png', isShown: true },
  'image/jpeg': { extension: 'jpg', isShown: true },
} as const satisfies Readonly<
  Record<
    string,
    {
      readonly extension: string;
      /** Whether browsers show it themselves; all else is saved. */
      readonly isShown: boolean;
    }
  >
>;

export type MediaType = keyof typeof MEDIA_TYPES;

const OTHER_ENDINGS: Readonly<Record<string, string>> = { jpeg: 'jpg', jpe: 'jpg', jfif: 'jpg' };

/** The name under which a document is saved: it ends as its content does, whatever it was called. */
export function savedName(fileName: string, mediaType: MediaType): string {
  const { extension } = MEDIA_TYPES[mediaType];
  const ending = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  return ending === extension || OTHER_ENDINGS[ending] === extension ? fileName : `${fileName}.${extension}`;
}
