import { Radio, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { type BidEnvelope, JudgeEnvelopeDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt, type FieldError } from '../../../ui/forms/form-errors';
import { type OpenedBid, openingOf } from './envelope-states';
import type { OpeningProps } from './session-key';

interface Props extends Pick<OpeningProps, 'tender' | 'moved'> {
  bid: OpenedBid;
  envelope: BidEnvelope;
  onClose: () => void;
}

/** Lets an opened envelope pass, or fail with the reason that its bidder reads; once. */
export function Judge({ tender, bid, envelope, moved, onClose }: Props) {
  const { t } = useTranslation('sealing');
  const submit = useSubmit();
  const [verdict, setVerdict] = useState('');
  const [reason, setReason] = useState('');
  const [faults, setFaults] = useState<readonly FieldError[]>([]);
  const send = async (): Promise<boolean> => {
    const passed = verdict === 'PASSED';
    const found = !passed && reason.trim() === '' ? [{ path: ['reason'], message: t('judge.reasonMissing') }] : [];
    setFaults(found);
    if (found.length > 0) return false;
    const which = { tenderId: tender.id, lotId: bid.lotId, bidId: bid.id, envelope };
    const input = { ...which, passed, reason: reason.trim() || null };
    const done = await submit.run(async () => (await ask(JudgeEnvelopeDocument, { input })).judgeEnvelope);
    if (done) await moved();
    return done !== undefined;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('judge.title', { supplier: bid.supplier.name, envelope: t(`envelope.${envelope}`) })}
      action={t('judge.action')}
      onSubmit={send}
      busy={submit.busy}
      errors={[...faults, ...submit.errors]}
      failure={submit.failure}
      fields={['reason']}
      disabled={verdict === ''}
    >
      <AnswersIn tender={tender} bid={bid} envelope={envelope} />
      <Radio.Group label={t('judge.verdict')} value={verdict} onChange={setVerdict}>
        <Stack gap="xs" mt="xs">
          <Radio value="PASSED" label={t('judge.pass')} description={t('judge.passHow')} />
          <Radio value="FAILED" label={t('judge.fail')} description={t('judge.failHow')} />
        </Stack>
      </Radio.Group>
      <Textarea
        label={t('judge.reason')}
        description={t('judge.reasonHow')}
        required={verdict === 'FAILED'}
        autosize
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={errorAt([...faults, ...submit.errors], 'reason')}
      />
    </FormDialog>
  );
}

/** What the bidder has answered in this envelope. */
export function AnswersIn({ tender, bid, envelope }: Pick<Props, 'tender' | 'bid' | 'envelope'>) {
  const { t } = useTranslation('sealing');
  const answers = openingOf(tender, bid.id, envelope)?.answers ?? [];
  if (answers.length === 0)
    return (
      <Text size="sm" className="quiet">
        {t('judge.noAnswers')}
      </Text>
    );
  return (
    <Text size="sm" component="ul" m={0} pl="lg">
      {answers.map(({ criterionId, passed, score, option, amount }) => (
        <li key={criterionId}>
          {t('judge.answer', {
            criterion: criterionId,
            answer: passed == null ? (score ?? option ?? amount ?? '') : t(passed ? 'judge.yes' : 'judge.no'),
          })}
        </li>
      ))}
    </Text>
  );
}
