import { Alert, Button, Group, Table, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BidEnvelope } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { useRights } from '../../../shell/me';
import { Confirm } from '../../../ui/forms/confirm';
import { FormErrors } from '../../../ui/forms/form-errors';
import { Section } from '../../../ui/section';
import { Status, type Tone } from '../../../ui/shown/status';
import { Failure } from '../../../ui/states';
import { bidsOf, type EnvelopeState, type NextEnvelope, nextOf, type OpenedBid, openingOf, stateOf } from './envelope-states';
import { AnswersIn, Judge } from './judge';
import { openNext } from './open-lot';
import { namesOf, type OpenedLot, type OpeningProps, officersHalf, sessionPair, sharesIn } from './session-key';

const tones: Record<EnvelopeState, Tone> = {
  SEALED: 'quiet',
  RELEASED: 'waiting',
  OPENED: 'attention',
  READ: 'good',
  PASSED: 'good',
  FAILED: 'bad',
  UNOPENABLE: 'bad',
  STAYS_SEALED: 'quiet',
};

interface Props extends OpeningProps {
  lot: OpenedLot;
}

/** The envelopes of a lot, bid by bid, and what is opened next. */
export function Envelopes({ tender, sealing, lot, moved }: Props) {
  const { t } = useTranslation('sealing');
  const manage = useRights().has('tender:manage');
  const [judging, setJudging] = useState<{ bid: OpenedBid; envelope: BidEnvelope } | undefined>(undefined);
  const bids = bidsOf(tender, lot);
  const next = lot.status === 'CLOSED' ? nextOf(tender, sealing, lot) : undefined;
  return (
    <Section title={t('envelopes.title', { lot: lot.title })}>
      {bids.length === 0 ? (
        <Text size="sm" className="quiet">
          {t(sealing.releases.some(({ lotId }) => lotId === lot.id) ? 'envelopes.none' : 'envelopes.hidden')}
        </Text>
      ) : (
        <Table.ScrollContainer minWidth={560}>
          <Table aria-label={t('envelopes.label')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('envelopes.supplier')}</Table.Th>
                {sealing.envelopes.map((envelope) => (
                  <Table.Th key={envelope}>{t(`envelope.${envelope}`)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {bids.map((bid) => (
                <Table.Tr key={bid.id}>
                  <Table.Th scope="row">{bid.supplier.name}</Table.Th>
                  {sealing.envelopes.map((envelope, i) => (
                    <Table.Td key={envelope}>
                      <EnvelopeCell
                        tender={tender}
                        bid={bid}
                        envelope={envelope}
                        onJudge={
                          manage && lot.status === 'CLOSED' && i < sealing.envelopes.length - 1
                            ? () => setJudging({ bid, envelope })
                            : undefined
                        }
                      />
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {next && <Next tender={tender} sealing={sealing} lot={lot} moved={moved} next={next} />}
      {judging && <Judge tender={tender} moved={moved} {...judging} onClose={() => setJudging(undefined)} />}
    </Section>
  );
}

interface CellProps extends Pick<Props, 'tender'> {
  bid: OpenedBid;
  envelope: BidEnvelope;
  onJudge: (() => void) | undefined;
}

function EnvelopeCell({ tender, bid, envelope, onJudge }: CellProps) {
  const { t } = useTranslation('sealing');
  const state = stateOf(tender, bid, envelope);
  const opening = openingOf(tender, bid.id, envelope);
  const name = t(`envelope.${envelope}`);
  return (
    <>
      <Group gap="xs">
        <Status tone={tones[state]}>{t(`state.${state}`)}</Status>
        {state === 'OPENED' && onJudge && (
          <Button
            size="compact-xs"
            aria-label={t('envelopes.judgeOf', { supplier: bid.supplier.name, envelope: name })}
            onClick={onJudge}
          >
            {t('envelopes.judge')}
          </Button>
        )}
      </Group>
      {opening?.outcome === 'OPENED' && opening.answers.length > 0 && <AnswersIn tender={tender} bid={bid} envelope={envelope} />}
      {opening?.reason && (
        <Text size="xs">
          {t(`unopenable.${opening.reason}`, { defaultValue: t('unopenable.other', { reason: opening.reason }) })}
        </Text>
      )}
      {opening?.verdictReason && <Text size="xs">{opening.verdictReason}</Text>}
    </>
  );
}

/** The next kind of envelopes: what is missing for it, or the button that opens it, with its consequence. */
function Next({ tender, sealing, lot, moved, next }: Props & { next: NextEnvelope }) {
  const { t } = useTranslation('sealing');
  const submit = useSubmit();
  const [asking, setAsking] = useState(false);
  const [bad, setBad] = useState('');
  const [tooFew, setTooFew] = useState(false);
  const session = tender.openingSessions.find(({ kind }) => kind === 'OPENING');
  const here = session !== undefined && sessionPair(session.id) !== undefined;
  const name = t(`envelope.${next.envelope}`);
  const missing = session ? Math.max(0, sealing.threshold - sharesIn(session)) : sealing.threshold;
  const go = async (): Promise<boolean> => {
    const half = session && (await officersHalf(sealing, session));
    setTooFew(!half);
    if (!half) return false;
    setBad(namesOf(sealing, half.bad));
    const done = await openNext(tender, lot, { next, half: half.pair, submit });
    await moved();
    return done;
  };
  if (next.unjudged.length > 0)
    return <Text size="sm">{t('envelopes.judgeFirst', { count: next.unjudged.length, envelope: name })}</Text>;
  return (
    <>
      {(tooFew || bad !== '') && (
        <Alert color="orange" role="alert" icon={<IconAlertTriangle aria-hidden />} title={t('envelopes.badTitle')}>
          {tooFew ? t('envelopes.tooFew') : t('envelopes.bad', { names: bad })}
        </Alert>
      )}
      {!asking && submit.failure !== undefined && <Failure error={submit.failure} />}
      {!asking && <FormErrors errors={submit.errors} />}
      {missing > 0 && <Text size="sm">{t('envelopes.missing', { count: missing, envelope: name })}</Text>}
      {missing === 0 && !here && <Text size="sm">{t('envelopes.elsewhere', { envelope: name })}</Text>}
      {missing === 0 && here && (
        <Button style={{ alignSelf: 'flex-start' }} onClick={() => setAsking(true)}>
          {t('envelopes.open', { envelope: name })}
        </Button>
      )}
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('envelopes.openTitle', { envelope: name })}
        consequence={t(next.envelope === sealing.envelopes.at(-1) ? 'envelopes.openLast' : 'envelopes.openFirst')}
        action={t('envelopes.openAction')}
        onConfirm={go}
      >
        {submit.failure !== undefined && <Failure error={submit.failure} />}
        <FormErrors errors={submit.errors} />
      </Confirm>
    </>
  );
}
