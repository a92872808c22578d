import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../i18n/format';
import { Status } from '../../../ui/shown/status';
import { Fingerprint } from '../shared/fingerprint';
import type { Sealing, Session } from './session-key';

/** Who holds which share, and, in a session, who has handed it in and who has not. */
export function Holders({ sealing, session }: { sealing: Sealing; session?: Session | undefined }) {
  const { t } = useTranslation('sealing');
  const handedAt = (keyId: string) => session?.shares.find((share) => share.keyId === keyId)?.handedAt;
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table aria-label={t('holders.label')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('holders.holder')}</Table.Th>
            <Table.Th>{t('holders.role')}</Table.Th>
            {session && <Table.Th>{t('holders.share')}</Table.Th>}
            <Table.Th>{t('fingerprint')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sealing.holders.map(({ keyId, name, role, position, publicKey }) => {
            const at = handedAt(keyId);
            return (
              <Table.Tr key={keyId}>
                <Table.Th scope="row">{name}</Table.Th>
                <Table.Td>{t(`role.${role}`, { n: position })}</Table.Td>
                {session && (
                  <Table.Td>
                    <Status tone={at ? 'good' : 'waiting'}>{t(at ? 'holders.handed' : 'holders.missing')}</Status>
                    {at && (
                      <Text size="xs" className="quiet">
                        {formatInstant(at)}
                      </Text>
                    )}
                  </Table.Td>
                )}
                <Table.Td>
                  <Fingerprint publicKey={publicKey} />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
