import { CreatePlatform2026112101001 } from './2026112101001-create-platform.js';
import { CreatePlatformTables2026112101002 } from './2026112101002-create-platform-tables.js';
import { CreateOutbox2026112101003 } from './2026112101003-create-outbox.js';

/**
 * Every migration, in order. A file is named `<CCYYMMDD><lib><n>-<what>.ts` and its class ends with the same 13 digits;
 * libs: 01 platform, 02 organizations, 03 catalog, 04-05 supply, 06 procurement, 07 exchange.
 */
export const migrations = [
  CreatePlatform2026112101001,
  CreatePlatformTables2026112101002,
  CreateOutbox2026112101003,
];
