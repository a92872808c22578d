// One group per room; a line names what the room gives to other libs.

// files, mail, audit, idempotency
export { type AuditEntry, audit } from './audit/audit.js';
// auth
export {
  type Actor,
  type ApiKeyActor,
  actorKey,
  type GuestActor,
  type OrganizationRole,
  type SystemActor,
  systemActor,
  type UserActor,
} from './auth/actor.js';
// auth: gates and contexts
export { ActorSource, type TokenClaims } from './auth/actor-source.port.js';
export {
  Allow,
  CurrentActor,
  CurrentActorOrGuest,
  CurrentContext,
  type Gate,
  gateKey,
  Public,
} from './auth/gates.js';
export { contextOfRequest, RequestContext } from './auth/request-context.js';
export { requirePermission } from './auth/require-permission.js';
// config
export { type Config, configurationPage, readConfig, unknownSettings } from './config/config.js';
// jobs and notices
export { addJob, type JobSpec } from './jobs/add-job.js';
export { FenceLost } from './jobs/fence.js';
export { type JobContext, type Task, task } from './jobs/task.js';
export { type Clock, type JobWorker, startWorker, type WorkerOptions } from './jobs/worker.js';
export { type Notice, Notices } from './notifications/notices.js';
// database
export { copyInto, copyToTemporary } from './database/copy-into.js';
export { type DataSourceOptions, type Entity, makeDataSource } from './database/data-source.js';
export { type EmbeddedOptions, type EmbeddedPostgres, startEmbeddedPostgres } from './database/embedded/start.js';
export { embeddedFolder } from './database/embedded/data-folder.js';
export { HotReads } from './database/hot-reads.js';
export { migrate, migrateDown, pendingMigrations } from './database/migrate.js';
export { addressOf, assertSafeRole, bootstrapRoles, type DatabaseUrls } from './database/roles.js';
export { StartError } from './database/start-error.js';
// work
export { affected, clientOf, one, rows } from './database/queries.js';
export {
  type ContentKind,
  FileRefused,
  FileStore,
  type QuarantinedFile,
  type StoredFile,
  type UploadCaps,
} from './files/file-store.js';
export { type ConnectionClass, connectionOf, PageInfoType } from './graphql/schema/connection.js';
export { decodeCursor, encodeCursor } from './graphql/schema/cursor.js';
export {
  type Connection,
  connection,
  type KeyColumn,
  type Keyset,
  keyset,
  type Ordering,
  type Page,
  PageArgs,
  pageDefault,
  pageMax,
  pageOf,
} from './graphql/schema/page.js';
export { type Payload, type PayloadClass, payload, payloadType, shown } from './graphql/schema/payload.js';
export {
  CountryCodeScalar,
  CurrencyCodeScalar,
  DateTimeScalar,
  DecimalScalar,
  LocalDateScalar,
  UnitCodeScalar,
} from './graphql/schema/scalars.js';
export { MoneyType, PriceInput, PriceType, QuantityType } from './graphql/schema/trade-types.js';
export {
  type ErrorField,
  errorUnion,
  IdempotencyMismatch,
  type UserErrorClass,
  type UserErrorShape,
  UserErrorType,
  userError,
  userErrors,
  VersionConflict,
} from './graphql/schema/user-error.js';
// graphql
export { type Language, languageFor, languages, messagesOf, Sentences } from './graphql/sentences.js';
// http
export { BadInput, checkInput, type InputProblem } from './http/bad-input.js';
export { HttpRefusal, jsonBodyMax, readBody, readJson } from './http/body.js';
export { Handles, Input, type RouteAnswer, type RouteInput, type RouteSpec, route, routes } from './http/route.js';
export { canonicalJson, idempotencyKeyMax, type Once, onceByKey } from './idempotency/once-by-key.js';
export { type Mail, sendMail } from './mail/send-mail.js';
export { Forbidden, NotFound, Refusal, Unauthenticated } from './work/refusal.js';
export { type EventRoutes, sqlState, UnitOfWork } from './work/unit-of-work.js';
export type { DomainEvent, GuestWork, Work } from './work/work.js';
