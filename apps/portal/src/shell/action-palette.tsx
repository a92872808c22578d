import { Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { areas, mayGo } from './areas';

/** Ctrl K opens every action of this member. */
export function ActionPalette({ rights }: { rights: ReadonlySet<string> }) {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const actions = areas.flatMap((area) =>
    area.places
      .filter((place) => mayGo(place, rights))
      .map((place) => ({
        id: place.to,
        label: t(`place.${place.key}`),
        description: area.key === 'work' ? undefined : t(`area.${area.key}`),
        leftSection: <place.icon size={18} stroke={1.6} aria-hidden />,
        onClick: () => void navigate({ to: place.to }),
      })),
  );
  return (
    <Spotlight
      actions={actions}
      shortcut={['mod + K']}
      nothingFound={t('nothingFound')}
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: t('actionPlaceholder'),
        'aria-label': t('actionPlaceholder'),
      }}
      highlightQuery
    />
  );
}
