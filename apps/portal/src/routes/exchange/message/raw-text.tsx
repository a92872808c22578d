import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemFactsFragment } from '../../../graphql/generated/graphql';
import classes from './raw-text.module.css';

/** Lines shown here; a longer document is read as a file. */
const most = 5000;
const order = ['ERROR', 'WARNING', 'INFO'] as const;

/** A document as it stands, with line numbers, and each problem written at its line. */
export function RawText({ label, text, problems }: { label: string; text: string; problems: readonly ProblemFactsFragment[] }) {
  const { t } = useTranslation('exchange');
  const lines = useMemo(() => text.split(/\r\n|\n|\r/), [text]);
  const found = useMemo(() => {
    const byLine = new Map<number, ProblemFactsFragment[]>();
    for (const problem of problems)
      if (problem.line != null) byLine.set(problem.line, [...(byLine.get(problem.line) ?? []), problem]);
    return byLine;
  }, [problems]);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by key */}
      <section className={classes.scroller} aria-label={label} tabIndex={0}>
        <ol className={classes.lines}>
          {lines.slice(0, most).map((line, index) => {
            const here = found.get(index + 1);
            const severity = here && order.find((one) => here.some((problem) => problem.severity === one));
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: the number of a line is what it is known by
              <li key={index} id={here ? `line-${index + 1}` : undefined} className={classes.line} data-severity={severity}>
                <span className={classes.number}>{index + 1}</span>
                <span className={classes.text}>
                  {line}
                  {here?.map((problem, i) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the same finding may stand twice at one line
                    <span key={i} className={classes.finding}>
                      {problem.message}
                    </span>
                  ))}
                </span>
              </li>
            );
          })}
        </ol>
      </section>
      {lines.length > most && (
        <Text size="sm" className="quiet">
          {t('message.cut', { shown: most, count: lines.length })}
        </Text>
      )}
    </>
  );
}
