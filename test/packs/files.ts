import { crc32, deflateSync } from 'node:zlib';
import { zipOf, type ZipEntry } from './zip.js';

const OOXML = 'application/vnd.openxmlformats-officedocument';
const ODF = 'application/vnd.oasis.opendocument';

/** A PDF of about so many bytes: one empty page, and a stream that fills it. */
export function pdf(bytes = 600, mark = ''): Buffer {
  const head = `%PDF-1.7\n%${mark}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n`;
  const tail = 'trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n';
  const filling = Math.max(0, bytes - head.length - tail.length);
  return Buffer.concat([Buffer.from(head), Buffer.alloc(filling, '%filling\n'), Buffer.from(tail)]);
}

export function png(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(1, 0);
  header.writeUInt32BE(1, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunks = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from([0, 255]))),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([signature, ...chunks]);
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), content]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(content.length, 0);
  around.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
}

export function jpeg(): Buffer {
  const head = [0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];
  return Buffer.from([...head, 0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]);
}

const contentTypes = (part: string, type: string): string =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${type}"/></Types>`;

/** The entries of a document of Word, with more or other ones. */
export function docxEntries(...more: readonly ZipEntry[]): ZipEntry[] {
  return [
    {
      name: '[Content_Types].xml',
      content: contentTypes('word/document.xml', `${OOXML}.wordprocessingml.document.main+xml`),
    },
    { name: '_rels/.rels', content: '<Relationships/>' },
    { name: 'word/document.xml', content: '<w:document>A letter</w:document>' },
    ...more,
  ];
}

export const docx = (...more: readonly ZipEntry[]): Buffer => zipOf(docxEntries(...more));

export function xlsx(): Buffer {
  return zipOf([
    { name: '[Content_Types].xml', content: contentTypes('xl/workbook.xml', `${OOXML}.spreadsheetml.sheet.main+xml`) },
    { name: 'xl/workbook.xml', content: '<workbook/>' },
  ]);
}

export function odf(kind: string, ...more: readonly ZipEntry[]): Buffer {
  return zipOf([
    { name: 'mimetype', content: `${ODF}.${kind}`, isStored: true },
    { name: 'META-INF/manifest.xml', content: '<manifest/>' },
    { name: 'content.xml', content: '<content/>' },
    ...more,
  ]);
}

/** A document of Word whose content types say that it carries macros. */
export function docm(): Buffer {
  const [, ...others] = docxEntries();
  const type = 'application/vnd.ms-word.document.macroEnabled.main+xml';
  return zipOf([{ name: '[Content_Types].xml', content: contentTypes('word/document.xml', type) }, ...others]);
}
