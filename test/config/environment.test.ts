import { describe, expect, test } from '@jest/globals';
import { EnvironmentError, readEnvironment } from '../../config/environment.js';

function problemsOf(env: Record<string, string>): readonly { variable: string; reason: string }[] {
  try {
    readEnvironment(env);
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems;
    throw error;
  }
  return [];
}

describe('the environment of a process', () => {
  test('needs nothing: without any variable Gavel runs by itself on this machine', () => {
    expect(readEnvironment({})).toEqual({
      databaseUrl: null,
      databasePool: 10,
      redisUrl: null,
      smtpUrl: null,
      mailDirectory: '.gavel/mail',
      mailFrom: 'Gavel <no-reply@gavel.example>',
      publicUrl: 'http://127.0.0.1:3000',
      port: 3000,
      host: '127.0.0.1',
      logLevel: 'info',
      dataDirectory: '.gavel',
      rateLimitPerMinute: 300,
      workQueueInWeb: true,
      secretKey: null,
      trustedProxies: [],
      oidcIssuer: null,
      oidcClientId: null,
      oidcClientSecret: null,
      oidcBody: null,
      oidcAcr: null,
      uploadLimitMb: 25,
      s3Endpoint: null,
      s3Bucket: null,
      s3AccessKey: null,
      s3SecretKey: null,
      s3Region: 'us-east-1',
    });
  });

  test('takes every variable at its word', () => {
    const given = {
      DATABASE_URL: 'postgres://gavel:secret@db.example:5432/gavel',
      DATABASE_POOL: '25',
      REDIS_URL: 'rediss://queue.example:6380/2',
      SMTP_URL: 'smtps://mail.example',
      MAIL_DIRECTORY: '/var/mail/gavel',
      MAIL_FROM: 'Secretariat <chair@secretariat.example>',
      PUBLIC_URL: 'https://gavel.example/',
      PORT: '8080',
      HOST: '::1',
      LOG_LEVEL: 'warn',
      DATA_DIRECTORY: '/var/lib/data',
      RATE_LIMIT_PER_MINUTE: '60',
      WORK_QUEUE_IN_WEB: 'false',
      SECRET_KEY: 'a key of thirty-two characters or more',
      TRUSTED_PROXIES: '10.0.0.0/8, ::1',
      OIDC_ISSUER: 'https://login.ministry.example',
      OIDC_CLIENT_ID: 'gavel',
      OIDC_CLIENT_SECRET: 'secret',
      OIDC_BODY: 'rabat-process',
      OIDC_ACR: 'https://login.ministry.example/two-factors',
      UPLOAD_LIMIT_MB: '40',
      S3_ENDPOINT: 'https://s3.example/',
      S3_BUCKET: 'gavel',
      S3_ACCESS_KEY: 'key',
      S3_SECRET_KEY: 'secret',
      S3_REGION: 'eu-west-1',
    };
    expect(readEnvironment(given)).toEqual({
      databaseUrl: 'postgres://gavel:secret@db.example:5432/gavel',
      databasePool: 25,
      redisUrl: 'rediss://queue.example:6380/2',
      smtpUrl: 'smtps://mail.example',
      mailDirectory: '/var/mail/gavel',
      mailFrom: 'Secretariat <chair@secretariat.example>',
      publicUrl: 'https://gavel.example',
      port: 8080,
      host: '::1',
      logLevel: 'warn',
      dataDirectory: '/var/lib/data',
      rateLimitPerMinute: 60,
      workQueueInWeb: false,
      secretKey: 'a key of thirty-two characters or more',
      trustedProxies: ['10.0.0.0/8', '::1'],
      oidcIssuer: 'https://login.ministry.example',
      oidcClientId: 'gavel',
      oidcClientSecret: 'secret',
      oidcBody: 'rabat-process',
      oidcAcr: 'https://login.ministry.example/two-factors',
      uploadLimitMb: 40,
      s3Endpoint: 'https://s3.example',
      s3Bucket: 'gavel',
      s3AccessKey: 'key',
      s3SecretKey: 'secret',
      s3Region: 'eu-west-1',
    });
  });

  test('OpenID Connect is set up whole, or not at all', () => {
    const given = { OIDC_ISSUER: 'https://login.ministry.example', OIDC_BODY: 'rabat-process' };
    expect(problemsOf(given).map(({ variable }) => variable)).toEqual(['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']);
    const whole = { ...given, OIDC_CLIENT_ID: 'gavel', OIDC_CLIENT_SECRET: 'secret' };
    expect(problemsOf(whole)).toEqual([]);
    expect(problemsOf({ ...whole, OIDC_ISSUER: 'http://login.ministry.example' })).toEqual([
      { variable: 'OIDC_ISSUER', reason: expect.stringMatching(/^has to be an https address/) },
    ]);
  });

  test('an empty variable is one that is not set', () => {
    expect(readEnvironment({ DATABASE_URL: '', PORT: ' ' })).toMatchObject({ databaseUrl: null, port: 3000 });
  });

  test('mails lie in the data directory unless they have one of their own', () => {
    expect(readEnvironment({ DATA_DIRECTORY: '/data' }).mailDirectory).toBe('/data/mail');
  });

  test('a store is given whole, or not at all', () => {
    expect(problemsOf({ S3_ENDPOINT: 'https://s3.example', S3_BUCKET: 'gavel' }).map((p) => p.variable)).toEqual([
      'S3_ACCESS_KEY',
      'S3_SECRET_KEY',
    ]);
    const missing = ['S3_ENDPOINT', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'];
    expect(problemsOf({ S3_BUCKET: 'gavel' }).map(({ variable }) => variable)).toEqual(missing);
  });

  test('an address of IP version 6 stands in brackets in links', () => {
    expect(readEnvironment({ HOST: '::1' }).publicUrl).toBe('http://[::1]:3000');
  });

  test('all that is wrong is said at once, each by the name of its variable', () => {
    const wrong = { DATABASE_URL: 'mysql://db', PORT: '70000', LOG_LEVEL: 'loud', WORK_QUEUE_IN_WEB: 'maybe' };
    expect(problemsOf(wrong).map(({ variable }) => variable)).toEqual([
      'DATABASE_URL',
      'PORT',
      'LOG_LEVEL',
      'WORK_QUEUE_IN_WEB',
    ]);
    expect(() => readEnvironment(wrong)).toThrow(/DATABASE_URL has to be .*\n {2}PORT has to be a whole number from 0/);
  });

  test('a wrong address is not repeated in the error, for it may hold a password', () => {
    expect(() => readEnvironment({ DATABASE_URL: 'mysql://gavel:secret@db' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('secret') }),
    );
  });

  test.each([
    ['DATABASE_URL', 'localhost:5432'],
    ['DATABASE_URL', 'postgres:///gavel'],
    ['REDIS_URL', 'http://localhost:6379'],
    ['SMTP_URL', 'mail.example'],
    ['PUBLIC_URL', 'https://gavel.example/app'],
    ['PUBLIC_URL', 'https://user@gavel.example'],
    ['PUBLIC_URL', 'ftp://gavel.example'],
    ['MAIL_FROM', 'nobody'],
    ['MAIL_FROM', 'Gavel <a@b.example>\r\nBcc: c@d.example'],
    ['HOST', 'http://localhost'],
    ['PORT', '-1'],
    ['PORT', '1e3'],
    ['PORT', '80.5'],
    ['DATABASE_POOL', '0'],
    ['RATE_LIMIT_PER_MINUTE', '0'],
    ['WORK_QUEUE_IN_WEB', 'TRUE'],
    ['SECRET_KEY', 'short'],
    ['TRUSTED_PROXIES', 'proxy.example'],
    ['TRUSTED_PROXIES', '10.0.0.0/99'],
  ])('%s cannot be "%s"', (variable, value) => {
    expect(problemsOf({ [variable]: value })).toEqual([{ variable, reason: expect.stringMatching(/^has to be /) }]);
  });

  test.each([
    ['HOST', '0.0.0.0'],
    ['HOST', 'localhost'],
    ['PORT', '0'],
    ['MAIL_FROM', 'gavel@secretariat.example'],
    ['DATABASE_URL', 'postgresql://[::1]/gavel'],
  ])('%s may be "%s"', (variable, value) => {
    expect(problemsOf({ [variable]: value })).toEqual([]);
  });
});
