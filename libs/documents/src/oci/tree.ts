import type { Problem } from '../canonical/problem.js';
import { type GrammarNode, newNode } from '../grammar/node.js';
import type { FormField } from './read-form.js';

/** Items of one cart at most. */
const ITEMS_MAX = 5000;
const FIELD = /^NEW_ITEM-([A-Z][A-Z0-9_]{0,40})\[(\d{1,6})\]$/i;
const LONGTEXT = /^NEW_ITEM-LONGTEXT_(\d{1,6}):132\[\]$/i;
const ITEM = 'NEW_ITEM';

/** Fields of a form as the tree the table reads: a node for each item in the order of their numbers. Fields that are none of OCI are passed over. */
export function treeOfForm(fields: readonly FormField[]): { root: GrammarNode; problems: Problem[] } {
  const items = new Map<number, Map<string, string>>();
  const problems: Problem[] = [];
  for (const { name, value } of fields) {
    const long = LONGTEXT.exec(name);
    const [field, index] = long === null ? (FIELD.exec(name)?.slice(1) ?? []) : ['LONGTEXT', long[1]];
    if (field === undefined || index === undefined || value === '') continue;
    const item = items.get(Number(index)) ?? new Map<string, string>();
    items.set(Number(index), item);
    const key = field.toUpperCase();
    if (item.has(key))
      problems.push(warning(`${ITEM}[${index}]/${key}`, 'FIELD_TWICE', 'The field stands twice; the first counts.'));
    else item.set(key, value);
  }
  if (items.size > ITEMS_MAX)
    problems.push({
      ...warning('/', 'ITEMS_TOO_MANY', `The cart has more than ${ITEMS_MAX} items; the others were not read.`),
      severity: 'error',
    });
  const root = newNode('form');
  root.children = [...items]
    .sort(([a], [b]) => a - b)
    .slice(0, ITEMS_MAX)
    .map(([index, values]) => itemOf(index, values));
  return { root, problems };
}

const warning = (at: string, code: string, message: string): Problem => ({ at, code, message, severity: 'warning' });

function itemOf(index: number, values: ReadonlyMap<string, string>): GrammarNode {
  const item = newNode(ITEM);
  item.values.set('@n', String(index));
  item.children = [...values].map(([name, value]) => {
    const field = newNode(name);
    field.values.set('', value);
    return field;
  });
  return item;
}

/** The tree as fields again, items numbered from 1. */
export function formOfTree(root: GrammarNode): FormField[] {
  return root.children.flatMap((item, index) =>
    item.children.map((field) => ({
      name: field.name === 'LONGTEXT' ? `NEW_ITEM-LONGTEXT_${index + 1}:132[]` : `NEW_ITEM-${field.name}[${index + 1}]`,
      value: field.values.get('') ?? '',
    })),
  );
}
