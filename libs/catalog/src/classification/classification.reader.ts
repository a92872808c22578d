import { rows, type Work } from '#libs/platform';

/** A version of a classification as it was loaded. */
export interface ClassificationRelease {
  system: string;
  version: string;
  current: boolean;
  classes: number;
  fileName: string;
  loadedAt: Date;
}

/** Loaded classifications, the current version of each system first. */
export async function classificationReleases(work: Work): Promise<ClassificationRelease[]> {
  return rows<ClassificationRelease>(
    work,
    `select r.system, r.version, r.current, r.classes, r.file_name as "fileName", r.loaded_at as "loadedAt"
     from catalog.classification_release r order by r.system, r.current desc, r.version desc`,
  );
}

/** A class with how many classes stand directly below it. */
export interface ClassNode {
  system: string;
  version: string;
  code: string;
  parent: string | null;
  names: Record<string, string>;
  below: number;
}

/** Classes shown at once at most; the widest level of UNSPSC has some 600. */
const classesMax = 1000;

/** The classes directly below one, or the top of the tree; of the current version when none is named. At most 1000, by code. */
export async function classesUnder(
  work: Work,
  asked: { system: string; version?: string | null; parent?: string | null },
): Promise<ClassNode[]> {
  return rows<ClassNode>(
    work,
    `select c.system, c.version, c.code, c.parent, c.names,
       (select count(*)::int from catalog.classification k where k.system = c.system and k.version = c.version and k.parent = c.code) as below
     from catalog.classification c
     where c.system = $1 and c.version = coalesce($2, (select r.version from catalog.classification_release r where r.system = $1 and r.current))
       and c.parent is not distinct from $3 order by c.code limit ${classesMax}`,
    [asked.system, asked.version ?? null, asked.parent ?? null],
  );
}

/** Names of classes of parts, by the key system:code (or system-version:code); what no tree knows is left out. */
export async function classNames(work: Work, keys: readonly string[]): Promise<Map<string, Record<string, string>>> {
  if (keys.length === 0) return new Map();
  const found = await rows<{ key: string; names: Record<string, string> }>(
    work,
    `select k.key, c.names from unnest($1::text[]) as k (key)
     cross join lateral regexp_match(k.key, '^([^:]+?)(?:-([0-9][0-9A-Za-z.]*))?:(.*)$') as m
     join catalog.classification c on c.system = m[1] collate "C" and c.code = m[3] collate "C"
       and c.version = coalesce(m[2] collate "C", (select r.version from catalog.classification_release r where r.system = m[1] collate "C" and r.current))`,
    [[...new Set(keys)]],
  );
  return new Map(found.map(({ key, names }) => [key, names]));
}
