import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRights } from '../../../../shell/me';
import { Status } from '../../../../ui/shown/status';
import type { Order } from '../order';
import { type Check, checkTones, type Doing } from './paper';

/** What a rule decided of a line: its name and version, what it says and why, and who may let the line pass. */
export function GateRow({ order, check, onDo }: { order: Order; check: Check; onDo: (doing: Doing) => void }) {
  const { t } = useTranslation('papers');
  const rights = useRights();
  const mine = check.status === 'OPEN' && order.side === check.releaser && rights.has('gate:release');
  return (
    <Group gap="sm">
      <Text size="sm" fw={600}>
        {t('rule', { code: check.code, version: check.version })}
      </Text>
      <Status tone={checkTones[check.status]}>{t(`gate.${check.status}`)}</Status>
      <Text size="sm" className="quiet">
        {[check.result === 'PASS' ? '' : check.sentence, t(`reason.${check.reason}`), check.releaseReason]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {check.status === 'OPEN' && !mine && (
        <Text size="sm">{t(check.releaser === 'BUYER' ? 'waitsForBuyer' : 'waitsForSupplier')}</Text>
      )}
      {mine && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => onDo({ what: 'release', check })}
          aria-label={t('releaseOf', { code: check.code })}
        >
          {t('release')}
        </Button>
      )}
    </Group>
  );
}
