import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../graphql/client';
import { EvaluateTenderDocument } from '../../../../graphql/generated/graphql';
import { useSubmit } from '../../../../graphql/submit';
import { formatInstant } from '../../../../i18n/format';
import { useRights } from '../../../../shell/me';
import { FormErrors } from '../../../../ui/forms/form-errors';
import { Section } from '../../../../ui/section';
import { Failure } from '../../../../ui/states';
import { useUrl } from '../../../url';
import { TenderState } from '../../shared/states';
import { AwardForm } from '../award/award-form';
import type { RunningProps } from '../bought';
import { ExportButtons } from '../export/export-buttons';
import { RoundForm } from '../steps/round-form';
import { LineMatrix } from './line-matrix';
import { judgedCriteria, PointsForm } from './points-form';
import { Ranking } from './ranking';

/** The bids on a lot, side by side, as soon as the wall shows them, and what may be done with them. */
export function Bids({ tender, lot: position, moved }: RunningProps & { lot: number }) {
  const { t } = useTranslation('tendering');
  const [, setUrl] = useUrl();
  const rights = useRights();
  const [doing, setDoing] = useState<'award' | 'round' | 'points' | undefined>(undefined);
  const lot = tender.lots.find((one) => one.position === position) ?? tender.lots[0]!;
  const bids = tender.bids.filter(({ lotId }) => lotId === lot.id);
  const standing = bids.filter(({ withdrawnAt }) => withdrawnAt == null);
  const compared = tender.comparison?.lotId === lot.id ? tender.comparison.bids : [];
  const judged = lot.status === 'EVALUATION';
  // Who has bid is known from the first opening on, the prices after the last.
  const sealedYet = tender.confidentiality === 'SEALED' && !judged && bids.every(({ content }) => content == null);
  const final = lot.rounds.some(({ kind }) => kind === 'BEST_AND_FINAL');
  return (
    <Section
      title={t('bids.title', { count: standing.length })}
      actions={
        <>
          {tender.lots.length > 1 && (
            <Select
              size="xs"
              aria-label={t('bids.lot')}
              allowDeselect={false}
              data={tender.lots.map((one) => ({ value: String(one.position), label: `${one.position} · ${one.title}` }))}
              value={String(lot.position)}
              onChange={(next) => setUrl({ lot: next === '1' ? undefined : (next ?? undefined) })}
            />
          )}
          {standing.length > 0 && !sealedYet && <ExportButtons tender={tender} lot={lot} bids={bids} compared={compared} />}
          {judged && standing.length > 0 && rights.has('tender:manage') && (
            <>
              {judgedCriteria(tender).length > 0 && (
                <Button size="xs" variant="default" onClick={() => setDoing('points')}>
                  {t('actions.points')}
                </Button>
              )}
              <KeepRanking tender={tender} lotId={lot.id} moved={moved} />
              {!final && (
                <Button size="xs" variant="default" onClick={() => setDoing('round')}>
                  {t('actions.round')}
                </Button>
              )}
            </>
          )}
          {judged && rights.has('tender:award') && (
            <Button size="xs" onClick={() => setDoing('award')}>
              {t('actions.award')}
            </Button>
          )}
        </>
      }
    >
      {tender.lots.length > 1 && (
        <Group gap="sm">
          <Text size="sm">{lot.title}</Text>
          <TenderState status={lot.status} />
        </Group>
      )}
      {lot.round > 1 && <Text size="sm">{t('bids.round', { round: lot.round })}</Text>}
      {standing.length === 0 || sealedYet ? (
        <NoBids tender={tender} status={lot.status} />
      ) : (
        <Stack gap="lg">
          {compared.some(({ unscored }) => unscored) && <Text size="sm">{t('points.missing')}</Text>}
          <Ranking tender={tender} bids={bids} compared={compared} />
          <LineMatrix tender={tender} lotId={lot.id} bids={bids} compared={compared} />
        </Stack>
      )}
      {tender.evaluations.length > 0 && (
        <Text size="xs" className="quiet" component="ul" m={0} pl="lg">
          {tender.evaluations.map(({ lotId, n, digest, madeAt }) => (
            <li key={`${lotId} ${n}`} title={digest}>
              {t('bids.kept', { n, at: formatInstant(madeAt), hash: digest.slice(0, 12) })}
            </li>
          ))}
        </Text>
      )}
      {doing === 'award' && (
        <AwardForm tender={tender} lot={lot} compared={compared} moved={moved} onClose={() => setDoing(undefined)} />
      )}
      {doing === 'points' && (
        <PointsForm tender={tender} lotId={lot.id} bids={standing} moved={moved} onClose={() => setDoing(undefined)} />
      )}
      {doing === 'round' && (
        <RoundForm tender={tender} lot={lot} bids={standing} moved={moved} onClose={() => setDoing(undefined)} />
      )}
    </Section>
  );
}

function NoBids({ tender, status }: { tender: RunningProps['tender']; status: string }) {
  const { t } = useTranslation('tendering');
  const hidden = tender.confidentiality !== 'OPEN' && ['BIDDING', 'CLOSED', 'ANNOUNCED'].includes(status);
  const closed = tender.confidentiality === 'SEALED' ? 'bids.sealed' : 'bids.hidden';
  return (
    <Text size="sm" className="quiet">
      {t(hidden ? closed : 'bids.none')}
    </Text>
  );
}

/** Keeps the ranking as it is shown, with its hash: what an award goes by later. */
function KeepRanking({ tender, lotId, moved }: RunningProps & { lotId: string }) {
  const { t } = useTranslation('tendering');
  const submit = useSubmit();
  const keep = async (): Promise<void> => {
    const input = { tenderId: tender.id, lotId };
    if (await submit.run(async () => (await ask(EvaluateTenderDocument, { input })).evaluateTender)) await moved();
  };
  return (
    <>
      {submit.failure !== undefined && <Failure error={submit.failure} />}
      <FormErrors errors={submit.errors} />
      <Button size="xs" variant="default" loading={submit.busy} onClick={() => void keep()}>
        {t('actions.keep')}
      </Button>
    </>
  );
}
