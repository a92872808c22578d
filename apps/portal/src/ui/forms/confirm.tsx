import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** The consequence, written out. */
  consequence: string;
  /** What the button does, as a verb. */
  action: string;
  /** Closes the dialog when it gives true; stays open with its errors otherwise. */
  onConfirm: () => Promise<boolean>;
  danger?: boolean;
  disabled?: boolean;
  children?: ReactNode;
}

/** Asks once before what cannot be undone. The safe button has the focus. */
export function Confirm({ opened, onClose, title, consequence, action, onConfirm, danger, disabled, children }: Props) {
  const { t } = useTranslation('ui');
  const [busy, setBusy] = useState(false);
  const run = async (): Promise<void> => {
    setBusy(true);
    try {
      if (await onConfirm()) onClose();
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('shell:close') }} centered>
      <Stack gap="md">
        <Text>{consequence}</Text>
        {children}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose} data-autofocus={children ? undefined : true}>
            {t('confirm.back')}
          </Button>
          <Button color={danger ? 'red' : undefined} loading={busy} disabled={disabled} onClick={() => void run()}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
