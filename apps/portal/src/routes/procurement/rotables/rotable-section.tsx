import { Anchor, Button, List, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant, formatMoney } from '../../../i18n/format';
import { useRights } from '../../../shell/me';
import { Section } from '../../../ui/section';
import { Facts } from '../../../ui/shown/facts';
import { agreedFacts } from './agreed-facts';
import type { Rotable } from './rotable-columns';
import { StepForm } from './step-form';

/** One core or repair: the units, the money, the log, and what the reader may do. */
export function RotableSection({ rotable, side }: { rotable: Rotable; side: 'buy' | 'sell' }) {
  const { t } = useTranslation('rotables');
  const rights = useRights();
  const [step, setStep] = useState<Rotable['steps'][number] | undefined>(undefined);
  const may = rights.has(side === 'buy' ? 'order:change' : 'order:confirm');
  const papers = [rotable.certificate, rotable.certificateNumber].filter(Boolean).join(' ');
  const unit = [rotable.inPart ?? rotable.partNumber, rotable.inSerial ?? '–'].join(' · ');
  const facts: (readonly [string, string | null | undefined])[] = [
    [t('fact.out'), rotable.kind === 'CORE' ? (rotable.outSerial ?? '–') : null],
    [t('fact.in'), unit],
    [t('fact.value'), rotable.value && formatMoney(rotable.value)],
    [t('fact.fee'), rotable.fee && formatMoney(rotable.fee)],
    [t('fact.due'), rotable.dueAt && formatInstant(rotable.dueAt)],
    [t('fact.quoted'), rotable.quoted && formatMoney({ amount: rotable.quoted, currency: rotable.currency })],
    [t('fact.certificate'), papers],
    [t('fact.complaint'), rotable.note],
    [t('fact.findings'), rotable.findings],
    [t('fact.rejected'), rotable.reasonCode && t(`rejection.${rotable.reasonCode}`)],
    [t('fact.reason'), rotable.reason],
    ...agreedFacts(rotable, t),
  ];
  return (
    <Section
      title={`${rotable.number} · ${rotable.description}`}
      actions={
        may &&
        rotable.steps.map((kind) => (
          <Button
            key={kind}
            variant={kind === 'BILL' || kind === 'CANCEL' ? 'default' : 'filled'}
            size="xs"
            onClick={() => setStep(kind)}
          >
            {t(`step.${kind}`)}
          </Button>
        ))
      }
    >
      <Facts facts={facts.filter((fact): fact is readonly [string, string] => Boolean(fact[1]))} />
      {rotable.orderId && (
        <Anchor component={Link} to={`/orders/${rotable.orderId}` as '/'} size="sm">
          {t('fact.order')}
        </Anchor>
      )}
      {rotable.charges.length > 0 && <Charges charges={rotable.charges} />}
      <Text fw={600} size="sm" component="h3">
        {t('fact.log')}
      </Text>
      <List size="sm" listStyleType="none">
        {rotable.events.map((event) => (
          <List.Item key={event.seq}>
            <time dateTime={event.at} className="quiet">
              {formatInstant(event.at)}
            </time>{' '}
            {t(`event.${event.kind}`)} <Detail text={event.detail} />
          </List.Item>
        ))}
      </List>
      {step && <StepForm kind={step} rotable={rotable} onClose={() => setStep(undefined)} />}
    </Section>
  );
}

function Charges({ charges }: Pick<Rotable, 'charges'>) {
  const { t } = useTranslation('rotables');
  return (
    <>
      <Text fw={600} size="sm" component="h3">
        {t('fact.charges')}
      </Text>
      <List size="sm" listStyleType="none" aria-label={t('fact.charges')}>
        {charges.map((charge) => (
          <List.Item key={`${charge.kind} ${charge.n}`}>
            {t(`charge.${charge.kind}`)} {formatMoney(charge.amount)}
          </List.Item>
        ))}
      </List>
    </>
  );
}

/** The words of a log line that people wrote. */
function Detail({ text }: { text: string }) {
  const detail = JSON.parse(text) as Record<string, string | number | null>;
  const said = [detail['serial'], detail['waybill'], detail['findings'], detail['reason']];
  return <span className="quiet">{said.filter(Boolean).join(' · ')}</span>;
}
