import { join } from 'node:path';
import { IsEmail, IsIn, IsOptional, IsString, MinLength, validateSync } from 'class-validator';
import {
  IsGivenWith,
  IsHost,
  IsIssuer,
  IsProxyList,
  IsTrueOrFalse,
  IsUrl,
  IsWebAddress,
  IsWholeNumber,
} from './environment-rules.js';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** What an OpenID provider needs; all of it or nothing. */
const OIDC = ['oidcIssuer', 'oidcClientId', 'oidcClientSecret', 'oidcBody'] as const;

/** The same of a store of documents elsewhere. */
const S3 = ['s3Endpoint', 's3Bucket', 's3AccessKey', 's3SecretKey'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

/** How this installation is set up, from the environment of the process. What has a default may be left out. */
export class Environment {
  /** DATABASE_URL: PostgreSQL 15 or newer; null starts the server that comes with Gavel, in the data directory. */
  @IsOptional()
  @IsUrl(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/gavel')
  readonly databaseUrl!: string | null;

  /** DATABASE_POOL: the most connections this process opens; 10. */
  @IsWholeNumber(1, 500)
  readonly databasePool!: number;

  /** REDIS_URL: Redis 6.2 or newer for the queue; null keeps the queue in PostgreSQL. */
  @IsOptional()
  @IsUrl(['redis:', 'rediss:'], 'redis://host:6379')
  readonly redisUrl!: string | null;

  /** SMTP_URL: where mail is handed over; null writes each mail to a file in the mail directory. */
  @IsOptional()
  @IsUrl(['smtp:', 'smtps:'], 'smtp://host:25')
  readonly smtpUrl!: string | null;

  /** MAIL_DIRECTORY: where mails are written as .eml files without SMTP_URL; `mail` in the data directory. */
  @IsString()
  readonly mailDirectory!: string;

  /** MAIL_FROM: the sender of every mail, an address with or without a name; one that nobody can answer. */
  @IsEmail(
    { allow_display_name: true },
    { message: 'has to be a mail address, such as Gavel <gavel@secretariat.example>' },
  )
  readonly mailFrom!: string;

  /** PUBLIC_URL: how people reach this installation, without a slash at the end; where it listens when not given. */
  @IsOptional()
  @IsWebAddress()
  readonly publicUrl!: string;

  /** PORT: where the web process listens; 3000. 0 takes any free port. */
  @IsWholeNumber(0, 65_535)
  readonly port!: number;

  /** HOST: the address it listens on; 127.0.0.1, this machine alone. */
  @IsHost()
  readonly host!: string;

  /** LOG_LEVEL: the least important lines that are still written; info. */
  @IsIn(LOG_LEVELS, { message: `has to be one of ${LOG_LEVELS.join(', ')}` })
  readonly logLevel!: LogLevel;

  /** DATA_DIRECTORY: files of this installation, the embedded database among them; `.gavel` where it is started. */
  @IsString()
  readonly dataDirectory!: string;

  /** RATE_LIMIT_PER_MINUTE: requests one user may make to the API in a minute; 300. */
  @IsWholeNumber(1, 1_000_000)
  readonly rateLimitPerMinute!: number;

  /** WORK_QUEUE_IN_WEB: whether the web process works the queue too; false where a worker process runs. */
  @IsTrueOrFalse()
  readonly workQueueInWeb!: boolean;

  /**
   * SECRET_KEY: what seals the secrets of second factors, 32 characters or more; null keeps a key in a file of the data
   * directory, made at the first start. Processes on several machines need the same one.
   */
  @IsOptional()
  @MinLength(32, { message: 'has to be 32 characters or more, such as `openssl rand -base64 32` gives' })
  readonly secretKey!: string | null;

  /** TRUSTED_PROXIES: addresses or networks, with commas between, whose word is taken on who sent a request; none. */
  @IsProxyList()
  readonly trustedProxies!: readonly string[];

  /** OIDC_ISSUER: the OpenID provider of a body whose people sign in there; null where none does. */
  @IsGivenWith('OpenID Connect', OIDC)
  @IsIssuer()
  readonly oidcIssuer!: string | null;

  /** OIDC_CLIENT_ID: as which this installation is known to it. */
  @IsGivenWith('OpenID Connect', OIDC)
  readonly oidcClientId!: string | null;

  /** OIDC_CLIENT_SECRET: what it was given there. */
  @IsGivenWith('OpenID Connect', OIDC)
  readonly oidcClientSecret!: string | null;

  /** OIDC_BODY: the id of the body whose people it knows. */
  @IsGivenWith('OpenID Connect', OIDC)
  readonly oidcBody!: string | null;

  /**
   * OIDC_ACR: the authentication context (`acr`) that the provider has to vouch for; null asks it to name the method
   * `mfa` (`amr`, RFC 8176) instead.
   */
  @IsOptional()
  @IsString()
  readonly oidcAcr!: string | null;
  /** UPLOAD_LIMIT_MB: the largest document that is taken, in megabytes of a million bytes; 25. */
  @IsWholeNumber(1, 1_000)
  readonly uploadLimitMb!: number;

  /** S3_ENDPOINT: the address of a service that speaks S3; null keeps documents in the data directory. */
  @IsGivenWith('S3', S3)
  @IsUrl(['https:', 'http:'], 'https://s3.example')
  readonly s3Endpoint!: string | null;

  /** S3_BUCKET: the bucket there; it exists already. */
  @IsGivenWith('S3', S3)
  readonly s3Bucket!: string | null;

  /** S3_ACCESS_KEY and S3_SECRET_KEY: what may read, write, list and delete in the bucket. */
  @IsGivenWith('S3', S3)
  readonly s3AccessKey!: string | null;

  @IsGivenWith('S3', S3)
  readonly s3SecretKey!: string | null;

  /** S3_REGION: as the service calls it; us-east-1, which services with a single region expect. */
  @IsString()
  readonly s3Region!: string;
}

const VARIABLES: Readonly<Record<keyof Environment, string>> = {
  databaseUrl: 'DATABASE_URL',
  databasePool: 'DATABASE_POOL',
  redisUrl: 'REDIS_URL',
  smtpUrl: 'SMTP_URL',
  mailDirectory: 'MAIL_DIRECTORY',
  mailFrom: 'MAIL_FROM',
  publicUrl: 'PUBLIC_URL',
  port: 'PORT',
  host: 'HOST',
  logLevel: 'LOG_LEVEL',
  dataDirectory: 'DATA_DIRECTORY',
  rateLimitPerMinute: 'RATE_LIMIT_PER_MINUTE',
  workQueueInWeb: 'WORK_QUEUE_IN_WEB',
  secretKey: 'SECRET_KEY',
  trustedProxies: 'TRUSTED_PROXIES',
  oidcIssuer: 'OIDC_ISSUER',
  oidcClientId: 'OIDC_CLIENT_ID',
  oidcClientSecret: 'OIDC_CLIENT_SECRET',
  oidcBody: 'OIDC_BODY',
  oidcAcr: 'OIDC_ACR',
  uploadLimitMb: 'UPLOAD_LIMIT_MB',
  s3Endpoint: 'S3_ENDPOINT',
  s3Bucket: 'S3_BUCKET',
  s3AccessKey: 'S3_ACCESS_KEY',
  s3SecretKey: 'S3_SECRET_KEY',
  s3Region: 'S3_REGION',
};

export interface EnvironmentProblem {
  readonly variable: string;
  /** What its value has to be; never the value, which may be a secret. */
  readonly reason: string;
}

/** Every variable that is not right, so that one start is enough to put all of them right. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';

  constructor(readonly problems: readonly EnvironmentProblem[]) {
    super(['The environment is not right:', ...problems.map((p) => `  ${p.variable} ${p.reason}`)].join('\n'));
  }
}

type Variables = Readonly<Record<string, string | undefined>>;

/** Reads the environment of this process, or the one given. Throws one `EnvironmentError` that lists all problems. */
export function readEnvironment(env: Variables = process.env): Environment {
  const given = valuesOf(env);
  const environment = Object.assign(new Environment(), given);
  const problems = validateSync(environment).map(({ property, constraints }) => ({
    variable: VARIABLES[property as keyof Environment],
    reason: Object.values(constraints ?? {}).join('; '),
  }));
  if (problems.length > 0) throw new EnvironmentError(problems);
  return Object.freeze(Object.assign(environment, { publicUrl: given.publicUrl ?? localAddress(environment) }));
}

function localAddress({ host, port }: Environment): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function valuesOf(env: Variables): Record<keyof Environment, unknown> {
  // An empty variable is how many a tool says "not set".
  const given = (property: keyof Environment) => env[VARIABLES[property]]?.trim() || null;
  const number = (property: keyof Environment, otherwise: number) => wholeNumber(given(property)) ?? otherwise;
  const dataDirectory = given('dataDirectory') ?? '.gavel';
  return {
    databaseUrl: given('databaseUrl'),
    databasePool: number('databasePool', 10),
    redisUrl: given('redisUrl'),
    smtpUrl: given('smtpUrl'),
    mailDirectory: given('mailDirectory') ?? join(dataDirectory, 'mail'),
    mailFrom: given('mailFrom') ?? 'Gavel <no-reply@gavel.example>',
    publicUrl: given('publicUrl')?.replace(/\/+$/, '') ?? null,
    port: number('port', 3000),
    host: given('host') ?? '127.0.0.1',
    logLevel: given('logLevel') ?? 'info',
    dataDirectory,
    rateLimitPerMinute: number('rateLimitPerMinute', 300),
    workQueueInWeb: { true: true, false: false }[given('workQueueInWeb') ?? 'true'],
    secretKey: given('secretKey'),
    trustedProxies: (given('trustedProxies') ?? '').split(',').flatMap((part) => part.trim() || []),
    oidcIssuer: given('oidcIssuer'),
    oidcClientId: given('oidcClientId'),
    oidcClientSecret: given('oidcClientSecret'),
    oidcBody: given('oidcBody'),
    oidcAcr: given('oidcAcr'),
    uploadLimitMb: number('uploadLimitMb', 25),
    s3Endpoint: given('s3Endpoint')?.replace(/\/+$/, '') ?? null,
    s3Bucket: given('s3Bucket'),
    s3AccessKey: given('s3AccessKey'),
    s3SecretKey: given('s3SecretKey'),
    s3Region: given('s3Region') ?? 'us-east-1',
  };
}

/** Digits only: `Number` would also take "1e3", "0x10" and blanks. NaN, which no rule accepts, for anything else. */
function wholeNumber(text: string | null): number | null {
  if (text === null) return null;
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}
