import { Anchor, Button, Paper, Select, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaceOrderInput } from '../../../graphql/generated/graphql';
import { errorAt, type FieldError } from '../../../ui/forms/form-errors';
import { useCodeNames } from '../../../ui/shown/code-name';
import type { Site } from './basket';

export type Terms = Omit<PlaceOrderInput, 'idempotencyKey' | 'basketId' | 'lines'>;

interface Props {
  sites: readonly Site[];
  errors: readonly FieldError[];
  busy: boolean;
  /** Why it cannot be placed yet; the button stays and says it. */
  hindered: string | undefined;
  orders: number;
  onPlace: (terms: Terms) => void;
}

const only = (sites: readonly Site[]): string | null => (sites.length === 1 ? sites[0]!.id : null);

/** Where it goes, who pays, under which reference. */
export function PlaceForm({ sites, errors, busy, hindered, orders, onPlace }: Props) {
  const { t } = useTranslation('procurement');
  const names = useCodeNames();
  const shipSites = sites.filter((site) => site.status === 'ACTIVE' && site.kinds.includes('SHIP_TO'));
  const billSites = sites.filter((site) => site.status === 'ACTIVE' && site.kinds.includes('BILL_TO'));
  const [shipTo, setShipTo] = useState(only(shipSites));
  const [billTo, setBillTo] = useState(only(billSites));
  const [text, setText] = useState({ costReference: '', number: '', note: '', internalNote: '', requestedDelivery: '' });
  const [missing, setMissing] = useState(false);
  const option = (site: Site) => ({
    value: site.id,
    label: t('place.site', {
      code: site.code,
      name: site.name,
      city: site.address.city,
      country: names.country(site.address.country),
    }),
  });
  const field = (name: keyof typeof text) => ({
    value: text[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      const { value } = event.currentTarget;
      setText((before) => ({ ...before, [name]: value }));
    },
    error: errorAt(errors, name),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setMissing(!shipTo);
    if (!shipTo || hindered) return;
    const given = Object.fromEntries(Object.entries(text).filter(([, value]) => value.trim() !== ''));
    onPlace({ shipToId: shipTo, billToId: billTo, ...given });
  };
  return (
    <Paper withBorder p="lg" component="section" aria-label={t('place.title')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Title order={2}>{t('place.title')}</Title>
          {shipSites.length === 0 ? (
            <Text size="sm">
              {t('place.noSite')}{' '}
              <Anchor component={Link} to={'/organization/sites' as '/'} size="sm">
                {t('place.addSite')}
              </Anchor>
            </Text>
          ) : (
            <Select
              label={t('place.shipTo')}
              placeholder={t('place.choose')}
              data={shipSites.map(option)}
              value={shipTo}
              onChange={setShipTo}
              required
              searchable
              error={missing && !shipTo ? t('place.shipToMissing') : errorAt(errors, 'shipTo')}
            />
          )}
          <Select
            label={t('place.billTo')}
            placeholder={t('place.likeShipTo')}
            data={billSites.map(option)}
            value={billTo}
            onChange={setBillTo}
            clearable
            error={errorAt(errors, 'billTo')}
          />
          <TextInput type="date" label={t('place.requestedDelivery')} {...field('requestedDelivery')} />
          <TextInput
            label={t('place.costReference')}
            description={t('place.onlyYou')}
            maxLength={100}
            {...field('costReference')}
          />
          <TextInput label={t('place.number')} description={t('place.numberHow')} maxLength={35} {...field('number')} />
          <Textarea label={t('place.note')} autosize minRows={2} maxLength={500} {...field('note')} />
          <Textarea
            label={t('place.internalNote')}
            description={t('place.onlyYou')}
            autosize
            minRows={1}
            maxLength={500}
            {...field('internalNote')}
          />
          {hindered && (
            <Text size="sm" role="status">
              {hindered}
            </Text>
          )}
          <Button type="submit" size="md" loading={busy} disabled={hindered !== undefined}>
            {t('place.action', { count: orders })}
          </Button>
          <Text size="xs" className="quiet">
            {t('place.binding')}
          </Text>
        </Stack>
      </form>
    </Paper>
  );
}
