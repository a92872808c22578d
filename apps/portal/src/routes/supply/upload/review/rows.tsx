import { Stack, Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RowChange, UploadReviewQuery } from '../../../../graphql/generated/graphql';
import { Pager } from '../../../../ui/pager';
import { CodeText } from '../../../../ui/shown/code-text';
import { Empty, Waiting } from '../../../../ui/states';
import classes from '../../../../ui/table/table.module.css';
import { useUrl } from '../../../url';
import { readable } from './readable';

type Connection = NonNullable<UploadReviewQuery['uploadRows']>;
type Row = Connection['nodes'][number];

interface Props {
  kind: RowChange;
  rows: Connection | undefined;
  stale: boolean;
  published: boolean;
}

/** What would happen to each offer, field by field, before and after. */
export function Rows({ kind, rows, stale, published }: Props) {
  const { t } = useTranslation('selling');
  const [, change] = useUrl();
  if (!rows) return <Waiting />;
  if (rows.nodes.length === 0)
    return (
      <Empty
        title={published ? t('rows.published') : t(`rows.none.${kind}`)}
        text={published ? t('rows.publishedText') : t('rows.noneText')}
      />
    );
  return (
    <Stack gap="sm">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key */}
      <section className={classes.scroller} aria-label={t(`counts.${kind}`)} tabIndex={0} style={{ opacity: stale ? 0.6 : 1 }}>
        <table className={classes.table} data-tall>
          <caption className={classes.caption}>{t(`counts.${kind}`)}</caption>
          <thead>
            <tr>
              <th scope="col" className="figures">
                {t('rows.line')}
              </th>
              <th scope="col">{t('rows.part')}</th>
              <th scope="col">{t('rows.name')}</th>
              <th scope="col">{t('rows.differences')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.nodes.map((row) => (
              <tr key={row.supplierPart}>
                <td className="figures">{row.line ?? '–'}</td>
                <td>
                  <CodeText value={row.supplierPart} size="sm" />
                </td>
                <td style={{ minWidth: '12rem' }}>{row.name}</td>
                <td>
                  <Differences row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Pager page={rows.pageInfo} onPage={({ after, before }) => change({ after, before })} busy={stale} />
    </Stack>
  );
}

function Differences({ row }: { row: Row }) {
  const { t } = useTranslation('selling');
  if (row.change === 'WITHDRAWN')
    return (
      <Text size="sm" className="quiet">
        {t('rows.withdrawnText')}
      </Text>
    );
  return (
    <dl style={{ margin: 0, display: 'grid', gridTemplateColumns: 'minmax(7rem, auto) 1fr', gap: '2px 12px' }}>
      {row.differences.map(({ field, before, after }) => (
        <div key={field} style={{ display: 'contents' }}>
          <Text component="dt" size="xs" className="quiet">
            {t(`field.${field}`, { defaultValue: field })}
          </Text>
          <Text component="dd" m={0} size="sm" style={{ overflowWrap: 'anywhere' }}>
            {before != null && (
              <>
                <VisuallyHidden>{t('rows.before', { value: before })}</VisuallyHidden>
                <del aria-hidden>
                  <Value text={before} />
                </del>{' '}
              </>
            )}
            {after == null ? (
              <Text span size="sm" className="quiet">
                {t('rows.removed')}
              </Text>
            ) : (
              <ins style={{ textDecoration: 'none', fontWeight: before == null ? 400 : 600 }}>
                <Value text={after} />
              </ins>
            )}
          </Text>
        </div>
      ))}
    </dl>
  );
}

/** Lists stand line by line. */
function Value({ text }: { text: string }) {
  const parts = readable(text);
  if (parts.length === 1) return parts[0];
  return parts.map((part) => (
    <span key={part} style={{ display: 'block' }}>
      {part}
    </span>
  ));
}
