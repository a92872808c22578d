import { Checkbox, ScrollArea, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCodeNames } from '../../../ui/shown/code-name';
import { listText, type UrlPatch } from '../../url';
import { ClassTree } from './class-tree';
import { Counted } from './counted';
import type { Found, Wish } from './found';

type Facets = NonNullable<Found['facets']>;
type Count = Facets['suppliers'][number];

const toggled = (list: readonly string[], id: string): string | undefined =>
  listText(list.includes(id) ? list.filter((other) => other !== id) : [...list, id]);

/** What narrows the search, counted over the first candidates and labelled so. */
export function FacetColumn({ facets, wish, onWish }: { facets: Facets; wish: Wish; onWish: (patch: UrlPatch) => void }) {
  const { t } = useTranslation('search');
  const names = useCodeNames();
  // A basis that was chosen stays to be taken back, even when nothing is left of it.
  const bases = [
    ...facets.approvalBases,
    ...wish.approvalBases
      .filter((id) => !facets.approvalBases.some((known) => known.id === id))
      .map((id) => ({ id, name: id, count: 0 })),
  ];
  return (
    <Stack gap="lg" component="section" aria-label={t('narrow')}>
      <Text size="xs" className="quiet">
        {facets.capped ? t('countedFirst', { count: facets.firstN }) : t('countedAll', { count: facets.firstN })}
      </Text>
      <Checkbox
        size="xs"
        checked={wish.inStock}
        onChange={() => onWish({ stock: wish.inStock ? undefined : 'yes' })}
        label={<Counted name={t('inStockOnly')} count={facets.inStock} />}
      />
      <Facet
        title={t('suppliers')}
        counts={facets.suppliers}
        chosen={wish.suppliers}
        onToggle={(id) => onWish({ supplier: toggled(wish.suppliers, id) })}
      />
      <Facet
        title={t('manufacturers')}
        counts={facets.manufacturers}
        chosen={wish.manufacturers}
        onToggle={(id) => onWish({ maker: toggled(wish.manufacturers, id) })}
      />
      <Facet
        title={t('approvalBases')}
        counts={bases.map((c) => ({ ...c, name: names.name('approval', c.id) }))}
        chosen={wish.approvalBases}
        onToggle={(id) => onWish({ basis: toggled(wish.approvalBases, id) })}
      />
      <ClassTree
        classes={facets.classTree}
        chosen={wish.classification}
        onToggle={(id) => onWish({ class: wish.classification === id ? undefined : id })}
      />
    </Stack>
  );
}

interface FacetProps {
  title: string;
  counts: readonly Count[];
  chosen: readonly string[];
  onToggle: (id: string) => void;
}

function Facet({ title, counts, chosen, onToggle }: FacetProps) {
  if (counts.length === 0) return null;
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
      <Text component="legend" size="xs" fw={600} className="quiet" p={0} pb={6}>
        {title}
      </Text>
      <ScrollArea.Autosize mah={232} type="auto" offsetScrollbars="y">
        <Stack gap={6}>
          {counts.map(({ id, name, count }) => (
            <Checkbox
              key={id}
              size="xs"
              checked={chosen.includes(id)}
              onChange={() => onToggle(id)}
              label={<Counted name={name} count={count} />}
              styles={{ body: { alignItems: 'flex-start' }, labelWrapper: { flex: 1 } }}
            />
          ))}
        </Stack>
      </ScrollArea.Autosize>
    </fieldset>
  );
}
