import { catalogRoom } from '#libs/catalog';
import { exchangeRoom } from '#libs/exchange';
import { organizationsRoom } from '#libs/organizations';
import { platformRoom, type Room } from '#libs/platform';
import { procurementRoom } from '#libs/procurement';
import { supplyRoom } from '#libs/supply';
import { tenderingRoom } from '#libs/tendering';

/** The rooms whose jobs the worker runs, the same as the hub (apps/hub/src/hub.module.ts). */
export const rooms: readonly Room[] = [
  platformRoom,
  organizationsRoom,
  catalogRoom,
  supplyRoom,
  procurementRoom,
  tenderingRoom,
  exchangeRoom,
];
