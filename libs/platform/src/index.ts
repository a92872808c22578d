// One group per room; a line names what the room gives to other libs.

// work
export { affected, connectionOf, one, rows } from './database/queries.js';
export { Forbidden, NotFound, Refusal, Unauthenticated } from './work/refusal.js';
export { type EventRoutes, sqlState, UnitOfWork } from './work/unit-of-work.js';
export type { DomainEvent, GuestWork, Work } from './work/work.js';

// database
export { type DataSourceOptions, type Entity, makeDataSource } from './database/data-source.js';
export { migrate, migrateDown, pendingMigrations } from './database/migrate.js';

// auth
export { type Actor, type ApiKeyActor, actorKey, type GuestActor, type OrganizationRole, type SystemActor, systemActor, type UserActor } from './auth/actor.js';
