/** A segment of a set; with children it opens a loop, which repeats with it. */
export interface SegmentRule {
  id: string;
  min: number;
  max: number;
  children?: readonly SegmentRule[];
}

/** Children of each element in the order its schema asks for, by element name; the root under its own name. */
export type Sequences = Readonly<Record<string, readonly string[]>>;

/** The skeleton of a message: segments with counts (X12, EDIFACT), or the order of elements (XML). */
export type Structure =
  | { syntax: 'x12' | 'edifact'; segments: readonly SegmentRule[] }
  | { syntax: 'xml'; root: string; sequences: Sequences };

/** A segment that stands from `min` to `max` times. */
export function segment(id: string, min: number, max: number): SegmentRule {
  return { id, min, max };
}

/** A loop opened by its first segment, which says how often it may stand. */
export function loop(opening: SegmentRule, children: readonly SegmentRule[]): SegmentRule {
  return { ...opening, children };
}

/** Segments that may stand any number of times, for short tables. */
export function optional(ids: string): SegmentRule[] {
  return ids.split(' ').map((id) => segment(id, 0, 100_000));
}

/** The order of children below the node reached by `path` (names from the root's child down). */
export function childOrder(structure: Structure, path: readonly string[]): readonly string[] {
  if (structure.syntax === 'xml') return structure.sequences[path[path.length - 1] ?? structure.root] ?? [];
  let rules: readonly SegmentRule[] = structure.segments;
  for (const name of path) rules = rules.find((rule) => rule.id === name)?.children ?? [];
  return rules.map((rule) => rule.id);
}
