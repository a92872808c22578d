import { Anchor, Button, Group, Paper, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TenderChoicesQuery, TenderOfBuyerFragment } from '../../../graphql/generated/graphql';
import { errorAt, errorsElsewhere, FormErrors } from '../../../ui/forms/form-errors';
import { Section } from '../../../ui/section';
import { Failure } from '../../../ui/states';
import { AuctionFields } from './fields/auction-fields';
import { AwardFields } from './fields/award-fields';
import { FormulaFields } from './fields/formula-fields';
import { OwnFields } from './fields/own-fields';
import { RuleFields } from './fields/rule-fields';
import { SupplierFields } from './fields/supplier-fields';
import { TimeFields } from './fields/time-fields';
import { LinesEditor } from './lines-editor';
import { PublishDialog } from './publish';
import { LineSources } from './sources';
import { useDraft } from './use-draft';

const shown = [
  'title',
  'description',
  'lines',
  'lots',
  'singleReason',
  'suppliers',
  'closesAt',
  'questionsCloseAt',
  'currency',
  'rates',
  'deliveryTerm',
  'yearlyRate',
  'shares',
  'auction',
  'belowMean',
  'budget',
];

interface Props {
  choices: TenderChoicesQuery;
  /** The draft that is gone on with; absent: a new one. */
  tender?: TenderOfBuyerFragment;
  /** A basket or a past tender whose lines it begins with. */
  from?: { basketId?: string | undefined; tenderId?: string | undefined };
}

/** A whole quick request in one screen: what, from whom, until when, on which terms, how bids are compared and awarded. */
export function TenderForm({ choices, tender, from }: Props) {
  const { t } = useTranslation('tendering');
  const navigate = useNavigate();
  const draft = useDraft(tender, choices.me.organization.currency);
  const [publishing, setPublishing] = useState(false);
  const { typed, set, errors, submit } = draft;
  const open = (id: string): void =>
    void navigate({ to: '/buy/tenders/$tenderId', params: { tenderId: id }, replace: tender === undefined });
  const keep = async (): Promise<void> => {
    const kept = await draft.save();
    if (!kept) return;
    notifications.show({ message: t('draft.saved') });
    if (!tender) open(kept.id);
  };
  // A sealed tender is published once it is known who opens its bids, and that they can.
  const unrehearsed = typed.confidentiality === 'SEALED' && tender?.sealing?.rehearsedAt == null;
  const goPublish = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault();
    const kept = await draft.save();
    if (!kept) return;
    if (!unrehearsed) setPublishing(true);
    else void navigate({ to: '/buy/tenders/$tenderId/opening', params: { tenderId: kept.id } });
  };
  useHotkeys([['mod+S', () => void keep()]], []);
  return (
    <form onSubmit={(event) => void goPublish(event)} noValidate>
      <Stack gap="lg">
        <Section title={t('draft.what')}>
          <TextInput
            label={t('draft.title')}
            description={t('draft.titleHow')}
            required
            maxLength={200}
            data-autofocus
            value={typed.title}
            onChange={(event) => set({ title: event.currentTarget.value })}
            error={errorAt(errors, 'title')}
          />
          <Textarea
            label={t('draft.description')}
            autosize
            minRows={2}
            maxRows={12}
            maxLength={10_000}
            value={typed.description}
            onChange={(event) => set({ description: event.currentTarget.value })}
            error={errorAt(errors, 'description')}
          />
        </Section>
        <Section title={t('draft.lines', { count: typed.lines.length })}>
          <LineSources draft={draft} choices={choices} from={from} />
          <LinesEditor draft={draft} />
        </Section>
        <SupplierFields draft={draft} choices={choices} invited={tender?.invitations.map(({ supplier }) => supplier) ?? []} />
        <RuleFields draft={draft} />
        <TimeFields draft={draft} />
        <FormulaFields draft={draft} />
        <AwardFields draft={draft} />
        <AuctionFields draft={draft} />
        <OwnFields draft={draft} sites={choices.sites} />
        {submit.failure !== undefined && <Failure error={submit.failure} />}
        <FormErrors errors={errorsElsewhere(errors, shown).concat(errors.filter(({ path }) => path[0] === 'lots'))} />
        <Paper withBorder p="md" style={{ position: 'sticky', bottom: 0, zIndex: 3 }} className="no-print">
          <Group justify="flex-end" gap="sm">
            {unrehearsed && <Text size="sm">{t('draft.sealedFirst')}</Text>}
            {tender?.sealing && typed.confidentiality === 'SEALED' && (
              <Anchor component={Link} to={`/buy/tenders/${tender.id}/opening`} size="sm">
                {t('draft.seeOpening')}
              </Anchor>
            )}
            <Button variant="default" loading={submit.busy} onClick={() => void keep()}>
              {t('draft.save')}
            </Button>
            <Button type="submit" loading={submit.busy}>
              {t(unrehearsed ? 'draft.whoOpens' : 'draft.publish')}
            </Button>
          </Group>
        </Paper>
      </Stack>
      <PublishDialog
        draft={draft}
        invited={tender?.invitations.map(({ supplier }) => supplier) ?? []}
        opened={publishing}
        onClose={() => setPublishing(false)}
        onDone={open}
      />
    </form>
  );
}
