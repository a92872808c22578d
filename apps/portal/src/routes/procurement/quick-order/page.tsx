import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconBasketPlus, IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldError } from '../../../ui/forms/form-errors';
import { FormErrors } from '../../../ui/forms/form-errors';
import { Page } from '../../../ui/page';
import { Failure } from '../../../ui/states';
import { useBasketChoice } from '../basket-choice';
import { LineSources } from './line-sources';
import { ProblemLines } from './problem-lines';
import { offerOf, type QuickLine, quantityOf, useQuickOrder } from './resolved';
import { ResolvedLines } from './resolved-lines';

/** Lines that one basket holds; the rest stays in the table for the next. */
const basketLinesMax = 500;

/** Typed, pasted, scanned lines, or a file of them, resolved to offers, into a basket. */
export default function QuickOrderPage() {
  const { t } = useTranslation('procurement');
  const [text, setText] = useState('');
  const { lines, setLines, decisions, decide, resolve, choose } = useQuickOrder();
  const baskets = useBasketChoice();
  const [adding, setAdding] = useState(false);
  const [errors, setErrors] = useState<ReadonlyMap<number, string>>(new Map());
  const [general, setGeneral] = useState<readonly FieldError[]>([]);
  const [added, setAdded] = useState<{ count: number; basket: { id: string; name: string } } | undefined>(undefined);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAdded(undefined);
    setErrors(new Map());
    setGeneral([]);
    resolve.mutate(text);
  };
  const ready = (lines ?? []).filter((line) => !decisions.get(line.line)?.left && offerOf(line, decisions.get(line.line))?.price);
  const add = async (): Promise<void> => {
    const taken = ready.slice(0, basketLinesMax);
    const unticked = taken.filter(
      (line) => offerOf(line, decisions.get(line.line))?.ncnr && !decisions.get(line.line)?.ncnrAccepted,
    );
    if (unticked.length > 0) return setErrors(new Map(unticked.map((line) => [line.line, t('quick.tickFirst')])));
    setAdding(true);
    setErrors(new Map());
    setGeneral([]);
    try {
      const answer = await baskets.add(taken.map((line) => wishOf(line)));
      if (answer.errors.length > 0 || !answer.basket) return refuse(answer.errors);
      setAdded({ count: taken.length, basket: answer.basket });
      setLines(lines?.filter((line) => !taken.includes(line)));
    } catch {
      setGeneral([{ message: t('quick.failed'), path: [] }]);
    } finally {
      setAdding(false);
    }
  };
  const wishOf = (line: QuickLine) => {
    const decision = decisions.get(line.line);
    const offer = offerOf(line, decision)!;
    return { offerId: offer.offerId, quantity: quantityOf(line, decision, offer), ncnrAccepted: decision?.ncnrAccepted ?? false };
  };
  const refuse = (refused: readonly FieldError[]): void => {
    const at = new Map<number, string>();
    const elsewhere: FieldError[] = [];
    for (const error of refused) {
      const line = error.path[0] === 'lines' ? ready[Number(error.path[1])] : undefined;
      if (line) at.set(line.line, error.message);
      else elsewhere.push(error);
    }
    setErrors(at);
    setGeneral(elsewhere);
  };
  return (
    <Page title={t('quick.title')} below={t('quick.below')}>
      <LineSources text={text} onText={setText} />
      <form onSubmit={submit}>
        <Stack gap="sm" maw={720}>
          <Textarea
            label={t('quick.label')}
            description={t('quick.how')}
            placeholder={'NAS1149F0363P 200\nMS20470AD4-6;50\n60355,4'}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            autosize
            minRows={5}
            maxRows={16}
            spellCheck={false}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          />
          <Group>
            <Button type="submit" loading={resolve.isPending} disabled={text.trim() === ''}>
              {t('quick.resolve')}
            </Button>
          </Group>
        </Stack>
      </form>
      {resolve.error && <Failure error={resolve.error} />}
      {added && (
        <Alert color="teal" icon={<IconCircleCheck aria-hidden />} role="status">
          <Group gap="sm">
            <Text size="sm">{t('quick.added', { count: added.count, basket: added.basket.name })}</Text>
            <Button component={Link} to={`/baskets/${added.basket.id}`} size="compact-sm" variant="default">
              {t('quick.open')}
            </Button>
          </Group>
        </Alert>
      )}
      <FormErrors errors={general} />
      {lines && lines.length > 0 && (
        <Stack gap="md">
          <ResolvedLines
            lines={lines}
            decisions={decisions}
            errors={errors}
            onDecide={decide}
            onPart={(line, partId) => choose.mutate({ line, partId })}
          />
          {choose.error && <Failure error={choose.error} />}
          <Group justify="space-between">
            <Text size="sm" className="quiet" role="status">
              {t('quick.ready', { count: ready.length, all: lines.length })}
            </Text>
            <ProblemLines lines={lines} />
            <Button
              leftSection={<IconBasketPlus size={16} aria-hidden />}
              disabled={ready.length === 0 || !baskets.mayBuy}
              loading={adding}
              onClick={() => void add()}
            >
              {t('quick.add', { count: Math.min(ready.length, basketLinesMax) })}
            </Button>
          </Group>
        </Stack>
      )}
    </Page>
  );
}
