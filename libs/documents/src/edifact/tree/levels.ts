import { type GrammarNode, newNode } from '../../grammar/node.js';
import type { SegmentRule } from '../../grammar/structure.js';

/** Where a line keeps the identification of the packing level it stood in, while lines lie flat. No segment has so many elements. */
export const levelKey = '99';

/** Where a price that holds for a range of quantities says so, to be told from the price of the line. */
export const rangeKey = '98';

/** Identifications a shipment's own level may take; the first that no package has. */
const SHIPMENT_LEVELS = ['1', '0', '000', '0000'];

/** The structure of a message whose lines stand inside packing levels (CPS) with the lines beside them: so the model has them. */
export function flattened(rules: readonly SegmentRule[]): SegmentRule[] {
  return rules.flatMap((rule) => {
    const lines = rule.id === 'CPS' ? rule.children?.find(({ id }) => id === 'LIN') : undefined;
    if (lines === undefined) return [rule];
    return [{ ...rule, children: (rule.children ?? []).filter(({ id }) => id !== 'LIN') }, lines];
  });
}

/** Lines out of their levels, each with the identification of the one it stood in. Other messages have no such levels. */
export function flattenLines(root: GrammarNode): void {
  root.children = root.children.flatMap((node) => {
    const lines = node.name === 'CPS' ? node.children.filter(({ name }) => name === 'LIN') : [];
    if (lines.length === 0) return [node];
    node.children = node.children.filter(({ name }) => name !== 'LIN');
    for (const line of lines) line.values.set(levelKey, node.values.get('01') ?? '');
    return [node, ...lines];
  });
}

/**
 * Lines back into their levels, in the order of the levels. The level of the shipment, which has no level above it, holds the lines
 * that are packed nowhere, and every package that stands in no other.
 */
export function nestLines(root: GrammarNode): void {
  const levels = root.children.filter(({ name }) => name === 'CPS');
  const lines = root.children.filter(({ name }) => name === 'LIN');
  const taken = new Set(levels.map(({ values }) => values.get('01')));
  const shipment = levels.find(({ values }) => (values.get('02') ?? '') === '') ?? newNode('CPS');
  if (!shipment.values.has('01'))
    shipment.values.set('01', SHIPMENT_LEVELS.find((id) => !taken.has(id)) ?? `${levels.length + 1}`);
  const all = [shipment, ...levels.filter((level) => level !== shipment)];
  const byId = new Map(all.map((level) => [level.values.get('01'), level]));
  const at = root.children.findIndex(({ name }) => name === 'CPS' || name === 'LIN');
  for (const line of lines) {
    const holder = byId.get(line.values.get(levelKey)) ?? shipment;
    line.values.delete(levelKey);
    holder.children.push(line);
  }
  for (const level of all) if (level.values.get('02') === topLevel) level.values.set('02', shipment.values.get('01') ?? '');
  const others = root.children.filter((node) => node.name !== 'CPS' && node.name !== 'LIN');
  others.splice(at < 0 ? others.length : root.children.slice(0, at).length, 0, ...all);
  root.children = others;
}

/** What a package that stands in no other has for the level above it, until that of the shipment is known. */
export const topLevel = '*';
