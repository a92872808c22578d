import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Why something is so; it goes into the trail. */
export function ReasonField({
  value,
  onChange,
  error,
}: {
  value: string;
  onChange: (text: string) => void;
  error: string | undefined;
}) {
  const { t } = useTranslation('identity');
  return (
    <Textarea
      label={t('reason')}
      description={t('reasonHow')}
      required
      maxLength={500}
      autosize
      minRows={2}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
    />
  );
}
