import { Kbd, Modal, Table } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';

const keys = [
  ['/', 'search'],
  ['Ctrl K', 'actions'],
  ['?', 'help'],
  ['j k', 'rows'],
  ['Enter', 'open'],
  ['Esc', 'close'],
] as const;

/** `?` shows the keys. */
export function KeyHelp() {
  const { t } = useTranslation('shell');
  const [opened, modal] = useDisclosure(false);
  useHotkeys([['shift+?', modal.toggle]]);
  return (
    <Modal opened={opened} onClose={modal.close} title={t('keys.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <Table>
        <Table.Tbody>
          {keys.map(([key, name]) => (
            <Table.Tr key={name}>
              <Table.Td w="8rem">
                <Kbd>{key}</Kbd>
              </Table.Td>
              <Table.Td>{t(`keys.${name}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
