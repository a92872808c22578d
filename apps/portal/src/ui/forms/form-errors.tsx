import { Alert, List, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FieldError } from './field-errors';

export { errorAt, errorsElsewhere, type FieldError } from './field-errors';

/** What stands against the whole form; takes the focus of a screen reader when it appears. */
export function FormErrors({ errors, title }: { errors: readonly FieldError[]; title?: string }) {
  const { t } = useTranslation('ui');
  if (errors.length === 0) return null;
  return (
    <Alert
      color="red"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      title={title ?? t('form.refused', { count: errors.length })}
    >
      {errors.length === 1 ? (
        <Text size="sm">{errors[0]!.message}</Text>
      ) : (
        <List size="sm">
          {errors.map((error) => (
            <List.Item key={`${error.path.join('.')} ${error.message}`}>{error.message}</List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}
