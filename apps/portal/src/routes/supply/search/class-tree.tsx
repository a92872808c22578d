import { Checkbox, ScrollArea, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { classText } from '../../../ui/shown/code-name';
import { Counted } from './counted';
import type { Found } from './found';

type Node = NonNullable<Found['facets']>['classTree'][number];

/** The classes as their tree: each under the one above it, as deep as it lies. A part of the tree that hangs in the air stands at the top. */
function inOrder(classes: readonly Node[]): { node: Node; depth: number }[] {
  const known = new Set(classes.map(({ id }) => id));
  const below = new Map<string | null, Node[]>();
  for (const node of classes) {
    const parent = node.parent && known.has(node.parent) ? node.parent : null;
    below.set(parent, [...(below.get(parent) ?? []), node]);
  }
  const walk = (parent: string | null, depth: number): { node: Node; depth: number }[] =>
    (below.get(parent) ?? []).flatMap((node) => [{ node, depth }, ...walk(node.id, depth + 1)]);
  return walk(null, 0);
}

/** Classes that narrow the search, with all that lies below them. */
export function ClassTree({
  classes,
  chosen,
  onToggle,
}: {
  classes: readonly Node[];
  chosen: string | undefined;
  onToggle: (id: string) => void;
}) {
  const { t } = useTranslation('search');
  if (classes.length === 0) return null;
  const label = ({ id, name }: Node): string => {
    const [system = '', code = ''] = id.split(':');
    return name ?? classText(system, code);
  };
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
      <Text component="legend" size="xs" fw={600} className="quiet" p={0} pb={6}>
        {t('classes')}
      </Text>
      <ScrollArea.Autosize mah={320} type="auto" offsetScrollbars="y">
        <Stack gap={6}>
          {inOrder(classes).map(({ node, depth }) => (
            <Checkbox
              key={node.id}
              size="xs"
              ml={depth * 14}
              checked={chosen === node.id}
              onChange={() => onToggle(node.id)}
              title={node.id}
              label={<Counted name={label(node)} count={node.count} />}
              styles={{ body: { alignItems: 'flex-start' }, labelWrapper: { flex: 1 } }}
            />
          ))}
        </Stack>
      </ScrollArea.Autosize>
    </fieldset>
  );
}
