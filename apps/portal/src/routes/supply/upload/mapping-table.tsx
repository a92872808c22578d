import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from '../../../ui/table/table.module.css';
import { TargetSelect } from './target-select';

interface Props {
  headers: readonly string[];
  samples: readonly (readonly string[])[];
  targets: readonly string[];
  columns: Readonly<Record<string, string>>;
  /** Targets that more than one column would fill. */
  twice: ReadonlySet<string>;
  onChange: (columns: Record<string, string>) => void;
}

/** One line per column of the file: its name, what stands in it, what it means. */
export function MappingTable({ headers, samples, targets, columns, twice, onChange }: Props) {
  const { t } = useTranslation('selling');
  const set = (column: string, target: string | undefined): void => {
    const { [column]: _, ...others } = columns;
    onChange(target ? { ...others, [column]: target } : others);
  };
  const clash = (column: string): string | undefined =>
    columns[column]?.split('+').some((part) => twice.has(part.trim())) ? t('mapping.twice') : undefined;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key
    <section className={classes.scroller} aria-label={t('mapping.title')} tabIndex={0}>
      <table className={classes.table}>
        <caption className={classes.caption}>{t('mapping.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('mapping.column')}</th>
            <th scope="col">{t('mapping.means')}</th>
            <th scope="col">{t('mapping.samples')}</th>
          </tr>
        </thead>
        <tbody>
          {headers.map((column, index) => {
            const values = samples.map((row) => row[index] ?? '').filter((cell) => cell !== '');
            return (
              <tr key={column} data-tone={columns[column] ? undefined : 'quiet'}>
                <th scope="row" style={{ position: 'static', background: 'none' }}>
                  {column}
                </th>
                <td>
                  <TargetSelect
                    column={column}
                    value={columns[column]}
                    targets={targets}
                    onChange={(target) => set(column, target)}
                    error={clash(column)}
                  />
                </td>
                <td>
                  {values.length === 0 ? (
                    <Text size="sm" className="quiet">
                      {t('mapping.emptyColumn')}
                    </Text>
                  ) : (
                    values.slice(0, 2).map((value, i) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: samples repeat and never move
                      <Text key={i} size="sm" truncate maw={320} title={value} className={i === 0 ? undefined : 'quiet'}>
                        {value}
                      </Text>
                    ))
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
