import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptKey } from '#libs/sealing';
import { ask } from '../../../../graphql/client';
import {
  type BidEnvelope,
  type BidWholeFragment,
  RebutOpeningDocument,
  type TenderOfBidderFragment,
} from '../../../../graphql/generated/graphql';
import { useSubmit } from '../../../../graphql/submit';
import { DropZone } from '../../../../ui/forms/drop-zone';
import { FormDialog } from '../../../../ui/forms/form-dialog';
import { errorAt, type FieldError } from '../../../../ui/forms/form-errors';
import { Status, type Tone } from '../../../../ui/shown/status';

interface Props {
  tender: TenderOfBidderFragment;
  bid: BidWholeFragment;
  moved: () => Promise<void>;
}

const tones: Record<string, Tone> = { OPENED: 'info', PASSED: 'good', FAILED: 'bad', UNOPENABLE: 'bad', SEALED: 'quiet' };

/** What became of the envelopes of one's own sealed bid, each with its verdict and its reason. */
export function OwnEnvelopes({ tender, bid, moved }: Props) {
  const { t } = useTranslation('sealing');
  const [showing, setShowing] = useState<BidEnvelope | undefined>(undefined);
  return (
    <>
      <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('own.label')}>
        {(tender.sealing?.envelopes ?? []).map((envelope) => {
          const opening = tender.openings.find((one) => one.bidId === bid.id && one.envelope === envelope);
          const state = opening?.outcome === 'OPENED' ? (opening.verdict ?? 'OPENED') : (opening?.outcome ?? 'SEALED');
          return (
            <li key={envelope}>
              <Group gap="sm">
                <Text size="sm" fw={600}>
                  {t(`envelope.${envelope}`)}
                </Text>
                <Status tone={tones[state] ?? 'quiet'}>{t(`ownState.${state}`)}</Status>
                {opening?.reason === 'REPORTED' && (
                  <Button size="compact-xs" variant="default" onClick={() => setShowing(envelope)}>
                    {t('own.show')}
                  </Button>
                )}
              </Group>
              {opening?.reason && (
                <Text size="xs">
                  {t(`unopenable.${opening.reason}`, { defaultValue: t('unopenable.other', { reason: opening.reason }) })}
                </Text>
              )}
              {opening?.verdictReason && <Text size="xs">{opening.verdictReason}</Text>}
            </li>
          );
        })}
      </Stack>
      {showing && <ShowByKey tender={tender} bid={bid} moved={moved} envelope={showing} onClose={() => setShowing(undefined)} />}
    </>
  );
}

/** The key of an envelope out of the file that the bidder has kept; undefined: it is not in there. */
async function keptKey(file: File, envelope: BidEnvelope): Promise<string | undefined> {
  try {
    const { kept } = JSON.parse(await file.text()) as { kept: readonly KeptKey[] };
    return kept.find((one) => one.envelope === envelope)?.contentKey;
  } catch {
    return undefined;
  }
}

/** Shows by one's own key what was in an envelope that an officer could not open. */
function ShowByKey({ tender, bid, moved, envelope, onClose }: Props & { envelope: BidEnvelope; onClose: () => void }) {
  const { t } = useTranslation('sealing');
  const submit = useSubmit();
  const [file, setFile] = useState<File | undefined>(undefined);
  const [faults, setFaults] = useState<readonly FieldError[]>([]);
  const errors = [...faults, ...submit.errors];
  const send = async (): Promise<boolean> => {
    const contentKey = file && (await keptKey(file, envelope));
    setFaults(contentKey ? [] : [{ path: ['contentKey'], message: t('own.noKey') }]);
    if (!contentKey) return false;
    const input = { tenderId: tender.id, bidId: bid.id, envelope, contentKey };
    const done = await submit.run(async () => (await ask(RebutOpeningDocument, { input })).rebutOpening);
    if (done) await moved();
    return done !== undefined;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('own.showTitle')}
      action={t('own.show')}
      onSubmit={send}
      busy={submit.busy}
      errors={errors}
      failure={submit.failure}
      fields={['contentKey']}
      disabled={!file}
    >
      <Text size="sm">{t('own.showHow')}</Text>
      <DropZone
        label={t('own.file')}
        hint={t('own.fileHint')}
        accept=".json,application/json"
        file={file}
        onFile={setFile}
        error={errorAt(errors, 'contentKey')}
      />
    </FormDialog>
  );
}
