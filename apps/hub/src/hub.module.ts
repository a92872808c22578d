import { organizationsRoom } from '#libs/organizations';
import { platformRoom, type Room } from '#libs/platform';

/** The rooms of the hub, floor by floor (docs/architecture.md). A new lib adds its line here and in apps/worker/src/worker.module.ts. */
export const rooms: readonly Room[] = [platformRoom, organizationsRoom];
