import { Text } from '@mantine/core';
import { Link as RouteLink } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { boxHeight, boxWidth, layOut, type PlacedLine, type PlacedPart } from './graph-layout';
import classes from './graph-picture.module.css';
import type { Link } from './link';

/** The links around a part as a picture: solid lines are followed, dashed ones are claims, a cross forbids. The table below says the same. */
export function GraphPicture({ partId, number, links }: { partId: string; number: string; links: readonly Link[] }) {
  const { t } = useTranslation('alternates');
  const { parts, lines, width, height } = useMemo(() => layOut({ id: partId, number }, links), [partId, number, links]);
  return (
    <figure style={{ margin: 0 }}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={classes.scroll} tabIndex={0} aria-label={t('picture', { number })}>
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
          <title>{t('picture', { number })}</title>
          <defs>
            <marker
              id="alternate-arrow"
              viewBox="0 0 8 8"
              refX="8"
              refY="4"
              markerWidth="7"
              markerHeight="7"
              orient="auto-start-reverse"
            >
              <path d="M0 0 L8 4 L0 8 z" className={classes.arrow} />
            </marker>
          </defs>
          {lines.map((line) => (
            <Line key={line.key} line={line} />
          ))}
          {parts.map((part) => (
            <Box key={part.id} part={part} here={part.id === partId} />
          ))}
        </svg>
      </section>
      <Text component="figcaption" size="xs" className="quiet">
        {t('legend')}
      </Text>
    </figure>
  );
}

function Box({ part, here }: { part: PlacedPart; here: boolean }) {
  const text = part.number.length > 17 ? `${part.number.slice(0, 16)}…` : part.number;
  const drawn = (
    <g className={here ? classes.here : undefined}>
      <title>{part.number}</title>
      <rect className={classes.box} x={part.x} y={part.y} width={boxWidth} height={boxHeight} rx={4} />
      <text
        className={classes.number}
        x={part.x + boxWidth / 2}
        y={part.y + boxHeight / 2}
        textAnchor="middle"
        dominantBaseline="central"
      >
        {text}
      </text>
    </g>
  );
  return here ? (
    drawn
  ) : (
    <RouteLink to="/parts/$partId" params={{ partId: part.id }} aria-label={part.number}>
      {drawn}
    </RouteLink>
  );
}

function Line({ line: { from, to, code, isTwoWay, isForbidden, isFollowed } }: { line: PlacedLine }) {
  const forward = to.x >= from.x;
  const same = to.x === from.x;
  const start = { x: from.x + (forward ? boxWidth : 0), y: from.y + boxHeight / 2 };
  const end = { x: to.x + (same ? boxWidth : forward ? 0 : boxWidth), y: to.y + boxHeight / 2 };
  const bend = same ? 50 : 45;
  const path = same
    ? `M${start.x} ${start.y} C${start.x + bend} ${start.y} ${end.x + bend} ${end.y} ${end.x} ${end.y}`
    : `M${start.x} ${start.y} C${start.x + (forward ? bend : -bend)} ${start.y} ${end.x - (forward ? bend : -bend)} ${end.y} ${end.x} ${end.y}`;
  const middle = { x: (start.x + end.x) / 2 + (same ? 38 : 0), y: (start.y + end.y) / 2 };
  return (
    <g aria-hidden>
      <path
        className={classes.line}
        data-claim={!isFollowed}
        data-forbidden={isForbidden}
        d={path}
        markerEnd={isForbidden ? undefined : 'url(#alternate-arrow)'}
        markerStart={isTwoWay && !isForbidden ? 'url(#alternate-arrow)' : undefined}
      />
      <text className={classes.code} x={middle.x} y={middle.y} textAnchor="middle" dominantBaseline="central">
        {isForbidden ? `✕ ${code}` : code}
      </text>
    </g>
  );
}
