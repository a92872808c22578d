import { Group, NavLink, Stack, Text } from '@mantine/core';
import { Link, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { areas, mayGo } from './areas';

const here = (to: string, path: string, search: string): boolean => {
  const [target, query] = to.split('?');
  if (target === '/') return path === '/';
  if (query) return path === target && search.includes(query);
  return path === target || path.startsWith(`${target}/`);
};

/** A page that both sides share is of neither for who works on both. */
const onlyOne = <T,>(places: readonly T[]): T | undefined => (places.length === 1 ? places[0] : undefined);

/** The areas of this member, in words. */
export function Navigation({ rights }: { rights: ReadonlySet<string> }) {
  const { t } = useTranslation('shell');
  const location = useRouterState({ select: (state) => state.location });
  const isHere = (path: string): boolean => here(path, location.pathname, location.searchStr);
  const open = areas.flatMap((area) => area.places).filter((place) => mayGo(place, rights));
  const longest =
    open.filter(({ to }) => isHere(to)).sort((a, b) => b.to.length - a.to.length)[0] ??
    onlyOne(open.filter(({ also }) => also !== undefined && isHere(also)));
  return (
    <Stack component="nav" gap="md" aria-label={t('areas')}>
      <Group gap="xs" px="sm" visibleFrom="md">
        <img src="/favicon.svg" alt="" width={22} height={22} />
        <Text fw={700}>Entrepôt</Text>
      </Group>
      {areas.map((area) => {
        const places = area.places.filter((place) => mayGo(place, rights));
        if (places.length === 0) return null;
        return (
          <div key={area.key}>
            {area.key !== 'work' && (
              <Text size="xs" fw={600} className="quiet" px="sm" pb={4}>
                {t(`area.${area.key}`)}
              </Text>
            )}
            {places.map((place) => (
              <NavLink
                key={place.to}
                component={Link}
                to={place.to}
                activeOptions={{ exact: true }}
                label={t(`place.${place.key}`)}
                leftSection={<place.icon size={17} stroke={1.6} aria-hidden />}
                active={place === longest}
                aria-current={place === longest ? 'page' : undefined}
                py={6}
              />
            ))}
          </div>
        );
      })}
    </Stack>
  );
}
