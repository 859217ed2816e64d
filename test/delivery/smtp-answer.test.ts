import { describe, expect, test } from '@jest/globals';
import { shortened, verdictOf } from '../../src/delivery/smtp-answer.js';

const answered = (response: string, command: string) =>
  Object.assign(new Error(response), {
    code: 'EENVELOPE',
    command,
    response,
    responseCode: Number(response.slice(0, 3)),
  });

describe('What a mail server says', () => {
  test.each([
    ['450 4.2.1 Mailbox busy', 'RCPT TO', 'put_off'],
    ['452 4.3.1 Out of space', 'DATA', 'put_off'],
    ['550 5.1.1 No such user', 'RCPT TO', 'refused'],
    ['554 5.7.1 Spam', 'DATA', 'refused'],
    ['553 5.1.8 Sender not allowed', 'MAIL FROM', 'refused'],
    ['421 4.3.2 Shutting down', 'CONN', 'broken'],
    ['535 5.7.8 Bad credentials', 'AUTH PLAIN', 'unreachable'],
    ['554 5.3.2 Not now', 'CONN', 'unreachable'],
  ])('%s to %s is %s', (response, command, kind) => {
    expect(verdictOf(answered(response, command)).kind).toBe(kind);
  });

  test.each([
    ['ECONNECTION', 'broken'],
    ['ESOCKET', 'broken'],
    ['ETIMEDOUT', 'broken'],
    ['EABORT', 'broken'],
    ['EDNS', 'unreachable'],
    ['ETLS', 'unreachable'],
    ['EAUTH', 'unreachable'],
    ['EMESSAGE', 'refused'],
  ])('an error %s without an answer is %s', (code, kind) => {
    expect(verdictOf(Object.assign(new Error('x'), { code })).kind).toBe(kind);
  });

  test('is shown on one line, cut off, and without anybody’s address', () => {
    expect(shortened('550 5.1.1 <a.person@ministry.example>:\r\n Recipient\u0007 unknown, ask admin@x.example')).toBe(
      '550 5.1.1 (address): Recipient unknown, ask (address)',
    );
    expect(shortened('x'.repeat(1_000))).toHaveLength(200);
  });
});
