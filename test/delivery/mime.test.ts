import { describe, expect, test } from '@jest/globals';
import { simpleParser } from 'mailparser';
import type { Mail } from '../../src/delivery/carrier.js';
import { asMime, readSender } from '../../src/delivery/mail/mime.js';

const MAIL: Mail = {
  messageId: '<01a206ba-5f22-745b-9282-f803426f7b8b@gavel.example>',
  to: { name: 'Mariana Conceição', address: 'm.conceicao@agency.example' },
  subject: `[Rabat Process] À rendre aujourd’hui : ${'l’inventaire des archives à transférer, '.repeat(4)}fin`,
  text: `Bonjour,\n\n.\n..point\n${'x'.repeat(300)} = é\n--=_trap\n`,
  html: '<p>Bonjour, ça va ? 100 % = tout</p>',
  language: 'fr',
  list: { id: 'rabat-process.gavel.example', name: 'Processus de Rabat, “dialogue”' },
  at: '2024-01-12T08:00:00.000Z',
};

describe('A mail on the wire', () => {
  test('comes out of a mail reader as it went in', async () => {
    const parsed = await simpleParser(asMime(MAIL, 'Gavel <gavel@secretariat.example>'));
    expect(parsed).toMatchObject({ subject: MAIL.subject, messageId: MAIL.messageId, html: MAIL.html });
    expect(parsed.text?.trimEnd()).toBe(MAIL.text.trimEnd());
    expect(parsed.date?.toISOString()).toBe(MAIL.at);
    expect(parsed.from?.value).toEqual([{ name: 'Gavel', address: 'gavel@secretariat.example' }]);
    expect(parsed.to).toMatchObject({ value: [MAIL.to] });
  });

  test('is plain ASCII in lines that every server takes', () => {
    const raw = asMime(MAIL, 'gavel@secretariat.example').toString('latin1');
    expect(raw).toMatch(/^[\x20-\x7e\r\n\t]*$/);
    expect(raw.split('\r\n').every((line) => line.length <= 100 && !line.includes('\n'))).toBe(true);
  });

  test('says that a machine wrote it, and to which list it belongs', async () => {
    const { headers } = await simpleParser(asMime(MAIL, 'gavel@secretariat.example'));
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('list')).toMatchObject({ id: { id: 'rabat-process.gavel.example' } });
    expect(headers.get('content-language')).toBe('fr');
  });

  test('is refused where a header would have a line break', () => {
    expect(() => asMime({ ...MAIL, messageId: '<a@b>\r\nBcc: c@d' }, 'gavel@x.example')).toThrow('line break');
    expect(() => asMime({ ...MAIL, subject: 'a\nb' }, 'gavel@x.example')).toThrow('line break');
  });
});

describe('The sender', () => {
  test('may have a name or none', () => {
    expect(readSender('Gavel <gavel@x.example>')).toEqual({
      address: 'gavel@x.example',
      header: '"Gavel" <gavel@x.example>',
    });
    expect(readSender('gavel@x.example')).toEqual({ address: 'gavel@x.example', header: 'gavel@x.example' });
    expect(readSender('"Secretariat, Rabat Process" <gavel@x.example>').address).toBe('gavel@x.example');
  });

  test('has to be a mail address', () => {
    expect(() => readSender('Gavel')).toThrow('no mail address');
  });
});
