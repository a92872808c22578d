import { z } from 'zod';

const kibi = 1024;
const text = z.string().min(1);
const count = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((n) => n >= min && n <= max, `must be from ${min} to ${max}`);
const oneOf = <const T extends readonly [string, ...string[]]>(...values: T) => z.enum(values, `must be ${values.join(' or ')}`);
const address = (...schemes: string[]) =>
  text.refine(
    (value) => URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1)),
    `must be an address beginning with ${schemes.map((s) => `${s}://`).join(' or ')}`,
  );
const postgres = address('postgres', 'postgresql');
const keyShape = /^([0-9a-f]{64}|[A-Za-z0-9+/_-]{43}=?)$/i;
/** One key, or a fresh one before the one it replaces. */
const keys = text
  .transform((value) => value.split(',').map((one) => one.trim()))
  .refine((all) => all.length <= 2 && all.every((one) => keyShape.test(one)), 'must be 32 bytes, as 64 hex digits or base64')
  .transform((all) => all.map((one) => Buffer.from(one, one.length === 64 ? 'hex' : 'base64')) as [Buffer, ...Buffer[]]);
const list = z.string().transform((value) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
);

/** One setting: its variable, what it is when absent, what it does. The sentence is the documentation. */
export interface Setting<S extends z.ZodType = z.ZodType> {
  readonly variable: string;
  /** Text as it would be written in the environment; undefined: absent means what the sentence says. */
  readonly byDefault: string | undefined;
  readonly sentence: string;
  readonly schema: S;
}

function setting<S extends z.ZodType>(variable: string, schema: S, about: { byDefault: string; sentence: string }): Setting<S> {
  return { variable, schema, ...about };
}

function optional<S extends z.ZodType>(variable: string, schema: S, sentence: string): Setting<z.ZodOptional<S>> {
  return { variable, schema: schema.optional(), byDefault: undefined, sentence };
}

/** Every setting of the hub, by its name in `Config`; docs/configuration.md is printed from this table. */
export const settings = {
  port: setting('PORT', count(0, 65535), { byDefault: '3000', sentence: 'Port of the hub; 0 takes a free one.' }),
  host: setting('ENTREPOT_HOST', text, {
    byDefault: '127.0.0.1',
    sentence: 'Address to listen on; `0.0.0.0` opens the hub to the network, which wants a proxy with TLS in front.',
  }),
  publicUrl: optional(
    'ENTREPOT_PUBLIC_URL',
    address('http', 'https'),
    'Where people and partners reach the hub, for links in mails and documents; absent: the address it listens on.',
  ),
  databaseUrl: optional(
    'DATABASE_URL',
    postgres,
    'PostgreSQL 15 or newer, as the role entrepot_app; absent: the embedded PostgreSQL starts on the data folder.',
  ),
  databaseOwnerUrl: optional(
    'DATABASE_OWNER_URL',
    postgres,
    'The same database as entrepot_owner, for migrations only; the hub needs it only to migrate.',
  ),
  databaseJobsUrl: optional(
    'DATABASE_JOBS_URL',
    postgres,
    'The same database as entrepot_jobs, for the job worker; needed with DATABASE_URL.',
  ),
  dataDir: setting('ENTREPOT_DATA_DIR', text, {
    byDefault: './.data',
    sentence: 'Folder for the embedded database, files and keys; back it up, and give it to one hub only.',
  }),
  smtpUrl: optional(
    'ENTREPOT_SMTP_URL',
    address('smtp', 'smtps'),
    'Mail server, as `smtps://user:password@host`; absent: mails stay in the outbox, where the operator reads them.',
  ),
  mailFrom: setting('ENTREPOT_MAIL_FROM', text, { byDefault: 'Entrepôt <noreply@localhost>', sentence: 'Sender of mails.' }),
  secretKeys: optional(
    'ENTREPOT_SECRET_KEY',
    keys,
    '32 bytes (hex or base64) that seal the stored secrets of partners; a second key after a comma still opens what it sealed; absent: made once and kept in the data folder.',
  ),
  tokenKey: optional(
    'ENTREPOT_TOKEN_KEY',
    text,
    'Ed25519 private key (PEM or JWK, or a JSON list of the present JWK and the one before) that signs access tokens; absent: made once and kept in the data folder.',
  ),
  mode: setting('NODE_ENV', oneOf('development', 'production', 'test'), {
    byDefault: 'development',
    sentence: '`production` shows the GraphQL schema to signed-in readers only; `npm start` sets it.',
  }),
  logLevel: setting('ENTREPOT_LOG_LEVEL', oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'), {
    byDefault: 'info',
    sentence: 'Least severity that is logged.',
  }),
  worker: setting('ENTREPOT_WORKER', oneOf('inline', 'separate'), {
    byDefault: 'inline',
    sentence: '`inline` runs jobs in the hub; `separate` leaves them to `entrepot worker` processes.',
  }),
  workerConcurrency: setting('ENTREPOT_WORKER_CONCURRENCY', count(1, 64), {
    byDefault: '4',
    sentence: 'Jobs one process works on at once; fewer than ENTREPOT_POOL_MAX, whatever is set.',
  }),
  demo: setting('ENTREPOT_DEMO', oneOf('auto', 'yes', 'no'), {
    byDefault: 'auto',
    sentence: 'Demo organisations and parts: `auto` puts them into an empty embedded database, `yes` into any empty one.',
  }),
  trustProxy: setting('ENTREPOT_TRUST_PROXY', count(0, 10), {
    byDefault: '0',
    sentence: 'How many proxies in front are trusted to name the client in X-Forwarded-For.',
  }),
  poolMax: setting('ENTREPOT_POOL_MAX', count(2, 500), {
    byDefault: '10',
    sentence: 'Database connections for units of work, per process.',
  }),
  hotPoolMax: setting('ENTREPOT_HOT_POOL_MAX', count(1, 500), {
    byDefault: '10',
    sentence: 'Database connections for price, stock and search, per process.',
  }),
  statementMsMax: setting('ENTREPOT_STATEMENT_MS_MAX', count(100, 3_600_000), {
    byDefault: '30000',
    sentence: 'Milliseconds after which a statement of the hub is ended; publishing a catalogue in a job has its own limit.',
  }),
  requestsMax: setting('ENTREPOT_REQUESTS_MAX', count(1, 100_000), {
    byDefault: '512',
    sentence: 'GraphQL requests at once; more are turned away with 503 and Retry-After.',
  }),
  uploadBytesMax: setting('ENTREPOT_UPLOAD_BYTES_MAX', count(1024, 64 * kibi ** 3), {
    byDefault: String(2 * kibi ** 3),
    sentence: 'Largest uploaded catalogue or stock file, in bytes.',
  }),
  documentBytesMax: setting('ENTREPOT_DOCUMENT_BYTES_MAX', count(1024, kibi ** 3), {
    byDefault: String(8 * kibi ** 2),
    sentence: 'Largest order, confirmation or other document of a partner, in bytes.',
  }),
  askingBudgetMs: setting('ENTREPOT_ASKING_BUDGET_MS', count(100, 10_000), {
    byDefault: '800',
    sentence: "Milliseconds that a question for availability may take when suppliers' ERPs are asked for their stock.",
  }),
  marketSellersMin: setting('ENTREPOT_MARKET_SELLERS_MIN', count(3, 1000), {
    byDefault: '3',
    sentence: 'Sellers that a market price needs at least: with fewer none is shown.',
  }),
  ocidPrefix: setting('ENTREPOT_OCID_PREFIX', text.regex(/^ocds-[a-z0-9]{1,40}$/, 'must be ocds- and letters or digits'), {
    byDefault: 'ocds-entrepot',
    sentence:
      'What the open contracting ids of public tenders begin with; the register of OCDS prefixes gives one. A tender keeps its own.',
  }),
  outboundAllow: setting('ENTREPOT_OUTBOUND_ALLOW', list, {
    byDefault: '',
    sentence:
      'Hosts (`host` or `host:port`, by commas) to which documents may go although their address is private or loopback: for tests and partners in the house.',
  }),
} as const;
