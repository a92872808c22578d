import { organizationsRoom } from '#libs/organizations';
import { platformRoom, type Room } from '#libs/platform';

/** The rooms whose jobs the worker runs, the same as the hub's (apps/hub/src/hub.module.ts). */
export const rooms: readonly Room[] = [platformRoom, organizationsRoom];
