import { Button, Group, Modal, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../states';
import { errorsElsewhere, type FieldError, FormErrors } from './form-errors';

interface Props {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What the button does, as a verb. */
  action: string;
  /** Gives true when the dialog may close; it stays open with everything typed otherwise. */
  onSubmit: () => Promise<boolean>;
  busy: boolean;
  errors: readonly FieldError[];
  failure: unknown;
  /** Fields of the form that show their own errors. */
  fields: readonly string[];
  disabled?: boolean;
  size?: string;
  children: ReactNode;
}

/** A form in a dialog. Enter sends it; refusals stand at their fields, the others above. */
export function FormDialog({ opened, onClose, title, action, onSubmit, fields, size, children, ...state }: Props) {
  const { t } = useTranslation('shell');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    event.stopPropagation();
    if (await onSubmit()) onClose();
  };
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={size ?? 'lg'} closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="md">
          {state.failure !== undefined && <Failure error={state.failure} />}
          <FormErrors errors={errorsElsewhere(state.errors, fields)} />
          {children}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={state.busy} disabled={state.disabled}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
