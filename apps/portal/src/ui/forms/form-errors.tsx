import { Alert, List, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** An error of a payload: a sentence, where in the input it arose, and a code. */
export interface FieldError {
  message: string;
  path: readonly string[];
  code?: string;
}

const within = (path: readonly string[], start: readonly string[]): boolean => start.every((part, i) => path[i] === part);

/** Sentences that belong to one field; `input` at the beginning of a path is left out. */
export function errorAt(errors: readonly FieldError[], ...at: (string | number)[]): string | undefined {
  const wanted = at.map(String);
  const found = errors.filter((error) => within(strip(error.path), wanted) && wanted.length > 0);
  return found.length === 0 ? undefined : found.map((error) => error.message).join(' ');
}

const strip = (path: readonly string[]): readonly string[] => (path[0] === 'input' ? path.slice(1) : path);

/** The errors that no field of the form shows. `shown` lists the paths that have a field, as `name` or `lines`. */
export const errorsElsewhere = (errors: readonly FieldError[], shown: readonly string[]): readonly FieldError[] =>
  errors.filter((error) => !shown.includes(strip(error.path)[0] ?? ''));

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
