import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WatchForm } from './watch-form';

/** Begins to watch a part. */
export function WatchButton({ part }: { part: { id: string; number: string } }) {
  const { t } = useTranslation('watch');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<IconEye size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {t('watchPart')}
      </Button>
      {open && <WatchForm part={part} onClose={() => setOpen(false)} />}
    </>
  );
}
