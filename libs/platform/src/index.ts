// One group per room; a line names what the room gives to other libs.

// files, mail, audit, idempotency
export { type AuditEntry, audit } from './audit/audit.js';
// stores, secrets, throttles, the way out
export { Throttle, type ThrottleRule } from './audit/throttle.js';
// auth
export {
  type Actor,
  type ApiKeyActor,
  actorKey,
  type GuestActor,
  hasEyesOnly,
  type OrganizationRole,
  type SystemActor,
  systemActor,
  type UserActor,
} from './auth/actor.js';
// auth: gates and contexts
export { ActorSource, type TokenClaims } from './auth/actor-source.port.js';
// tokens and rights
export { Authenticator, rightsTopics } from './auth/authenticator.js';
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
export { accessTokenSeconds, TokenIssuer } from './auth/token-issuer.js';
export { loadTokenKeys, readTokenKeys, rotateTokenKeys, type TokenKeys, writeSecretFile } from './auth/token-keys.js';
// backup
export { type BackupPlan, backup } from './backup/backup.js';
export { type RestorePlan, restore } from './backup/restore.js';
export type { Manifest as BackupManifest } from './backup/tables.js';
// config
export { type Config, configurationPage, readConfig, unknownSettings } from './config/config.js';
// database
export { checkDatabase } from './database/check-database.js';
export { CopyText, copyChunks, copyInto, copyToTemporary } from './database/copy-into.js';
export { type DataSourceOptions, type Entity, makeDataSource } from './database/data-source.js';
export { embeddedFolder } from './database/embedded/data-folder.js';
export { type EmbeddedOptions, type EmbeddedPostgres, startEmbeddedPostgres } from './database/embedded/start.js';
export { HotReads } from './database/hot-reads.js';
export { migrate, migrateDown, pendingMigrations } from './database/migrate.js';
// work
export { affected, clientOf, one, rows } from './database/queries.js';
export { addressOf, assertSafeRole, bootstrapRoles, type DatabaseUrls } from './database/roles.js';
export { StartError } from './database/start-error.js';
export { lintWalls, lintWith, type WallFinding, wallRules } from './database/walls/lint-walls.js';
export { printSchema } from './database/walls/print-schema.js';
export {
  type ContentKind,
  FileRefused,
  FileStore,
  type QuarantinedFile,
  type StoredFile,
  type UploadCaps,
} from './files/file-store.js';
export { attachable, attachedBytesMax, type KeptFile, keepFile, keptFile } from './files/kept-file.js';
export { LocalFileStore } from './files/local-file-store.js';
export { sniff } from './files/sniff.js';
// limits of GraphQL
export { limits } from './graphql/limits/limits.js';
export { OncePerOperation } from './graphql/limits/once-per-operation.js';
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
  FileUnknown,
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
// wiring
export { schemaOptions } from './graphql/server/graphql-module.js';
// http
export { BadInput, checkInput, type InputProblem } from './http/bad-input.js';
export { HttpRefusal, jsonBodyMax, readBody, readJson } from './http/body.js';
export { openApi } from './http/openapi.js';
export { PublicAddress } from './http/public-address.js';
export { Handles, Input, type RouteAnswer, type RouteInput, type RouteSpec, route, routes } from './http/route.js';
export { idempotencyKeyMax, type Once, onceByKey } from './idempotency/once-by-key.js';
// jobs and notices
export { addJob, type JobSpec } from './jobs/add-job.js';
export { FenceLost } from './jobs/fence.js';
export { type JobContext, type Task, task } from './jobs/task.js';
export { type Clock, type JobWorker, startWorker, type WorkerOptions } from './jobs/worker.js';
export { MailRoom } from './mail/mail-room.js';
export { type Mail, sendMail } from './mail/send-mail.js';
export { type Notice, Notices } from './notifications/notices.js';
// observability
export { correlation } from './observability/correlation.js';
export { withTightHeap } from './observability/heap.js';
export { type Logger, makeLogger, NestLines } from './observability/logger.js';
export { Metrics } from './observability/metrics.js';
export { redact, redactText } from './observability/redact.js';
export { isPublicAddress } from './outbound/addresses.js';
export { OutboundClient, OutboundError, type Outgoing, type Reply, type Resolve } from './outbound/outbound-client.js';
export { loadSecretKeys, rotateSecretKeys, SecretBox, type SecretKeys } from './secrets/secret-box.js';
export { type OpenDatabase, openDatabase } from './wiring/database.js';
export { type RunningHub, startHub } from './wiring/hub.js';
export { startJobs } from './wiring/jobs.js';
export { CONFIG, LOGGER, PlatformModule } from './wiring/platform.module.js';
export { platformRoom } from './wiring/platform-room.js';
export { type JobSource, type Room, routesOf } from './wiring/room.js';
export { type Loading, type RunningProgram, runHub, runWorker, untilStopped } from './wiring/run.js';
export { openServices, projectRoot, type ServiceOptions, type Services } from './wiring/services.js';
export { Forbidden, NotFound, Refusal, Unauthenticated } from './work/refusal.js';
export { type EventRoutes, isUnreadable, sqlState, UnitOfWork } from './work/unit-of-work.js';
export type { DomainEvent, GuestWork, Work } from './work/work.js';
