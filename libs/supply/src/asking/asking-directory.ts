import { type HotReads, type Notices, systemActor, type UnitOfWork } from '#libs/platform';
import { type AskingProfile, everyPlace } from './asking.js';
import { askingProfiles } from './asking.reader.js';

/** Milliseconds that knowledge is good for when no notice drops it before; notices may be lost. */
const goodForMs = 10_000;

/**
 * Which suppliers can be asked, and how: kept in the process, so that a question about others costs nothing. Each supplier's
 * profiles are read as the system of that supplier, behind his wall.
 */
export class AskingDirectory {
  private names: { suppliers: ReadonlySet<string>; until: number } | undefined;
  private readonly profiles = new Map<string, { found: Promise<readonly AskingProfile[]>; until: number }>();
  private readonly stop: () => void;

  constructor(
    private readonly hot: HotReads,
    private readonly unitOfWork: UnitOfWork,
    notices: Notices,
  ) {
    this.stop = notices.on('asking.changed', ({ orgId, missed }) => {
      this.names = undefined;
      if (missed) this.profiles.clear();
      else this.profiles.delete(orgId);
    });
  }

  /** The suppliers that can be asked. */
  async suppliers(): Promise<ReadonlySet<string>> {
    const now = performance.now();
    if (this.names && this.names.until > now) return this.names.suppliers;
    const found = await this.hot.call<{ org_id: string }>('asking-suppliers', 'select * from supply.asking_suppliers()', []);
    const suppliers = new Set(found.map(({ org_id }) => org_id));
    this.names = { suppliers, until: now + goodForMs };
    return suppliers;
  }

  /** The active profiles of a supplier: one for every place, or for places by name beside it. */
  of(supplierId: string): Promise<readonly AskingProfile[]> {
    const now = performance.now();
    const known = this.profiles.get(supplierId);
    if (known && known.until > now) return known.found;
    const found = this.unitOfWork
      .read(systemActor(supplierId), askingProfiles)
      .then((all) => all.filter(({ status }) => status === 'ACTIVE'));
    this.profiles.set(supplierId, { found, until: now + goodForMs });
    found.catch(() => this.profiles.delete(supplierId));
    return found;
  }

  /** Minutes an asked figure of a place counts for. */
  static keepMinutes(profiles: readonly AskingProfile[], location: string): number | undefined {
    const own =
      profiles.find((profile) => profile.location === location) ?? profiles.find((profile) => profile.location === everyPlace);
    return own?.keepMinutes;
  }

  close(): void {
    this.stop();
  }
}
