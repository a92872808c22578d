import type { CatalogueGroup, GroupMapEntry } from '#libs/documents';
import type { StagedCategory } from '#libs/supply';

/** Nodes of a supplier's tree that are kept; the largest in the trade have a tenth of it. */
const groupsMax = 200_000;
/** Levels that a name is made of; a loop in the tree ends here. */
const levelsMax = 20;
/** Characters of a category as an offer keeps it. */
const nameMax = 120;

/** The supplier's own catalogue tree: names of groups with their ancestors, `Fasteners / Screws`. The root names the catalogue and is left out. */
export class GroupNames {
  private readonly groups = new Map<string, CatalogueGroup>();

  keep(group: CatalogueGroup): void {
    if (this.groups.size < groupsMax) this.groups.set(group.id, group);
  }

  /** The category an entry of the map gives its part; undefined when it takes it away or names no known group. */
  categoryOf(entry: GroupMapEntry): StagedCategory | undefined {
    if (entry.action === 'delete') return undefined;
    const category = this.nameOf(entry.groupId);
    return category === undefined ? undefined : { supplierPart: entry.supplierPart, category };
  }

  private nameOf(id: string): string | undefined {
    const names: string[] = [];
    for (let group = this.groups.get(id); group && names.length < levelsMax; group = this.groups.get(group.parentId ?? '')) {
      const isRoot = group.type === 'root' || group.parentId === undefined || group.parentId === '0';
      const name = group.names['en'] ?? Object.values(group.names)[0];
      if (name !== undefined && (!isRoot || names.length === 0)) names.unshift(name);
      if (isRoot || group.parentId === group.id) break;
    }
    const path = names.join(' / ');
    return path.length <= nameMax ? path || undefined : names.at(-1)?.slice(0, nameMax);
  }
}
