import { Checkbox, Group, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { SaveSiteDocument, type SiteKind } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { CountrySelect } from '../../../ui/forms/code-select';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt } from '../../../ui/forms/form-errors';
import type { Site } from './site';

const kinds: readonly SiteKind[] = ['SHIP_TO', 'BILL_TO', 'WAREHOUSE'];

/** Adds a site or changes it. */
export function SiteForm({ site, country, onClose }: { site: Site | undefined; country: string; onClose: () => void }) {
  const { t } = useTranslation('organizations');
  const queries = useQueryClient();
  const submit = useSubmit();
  const { errors } = submit;
  const [form, setForm] = useState({
    code: site?.code ?? '',
    name: site?.name ?? '',
    kinds: [...(site?.kinds ?? ['SHIP_TO'])] as string[],
    gln: site?.gln ?? '',
    lines: site?.address.lines.join('\n') ?? '',
    city: site?.address.city ?? '',
    region: site?.address.region ?? '',
    postalCode: site?.address.postalCode ?? '',
    country: site?.address.country ?? country,
  });
  const change = (patch: Partial<typeof form>): void => setForm({ ...form, ...patch });
  const save = async (): Promise<boolean> => {
    const input = {
      siteId: site?.id ?? null,
      expectedVersion: site?.version ?? null,
      code: form.code.trim(),
      name: form.name.trim(),
      kinds: form.kinds as SiteKind[],
      gln: form.gln.trim() || null,
      address: {
        lines: form.lines
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
        city: form.city.trim(),
        region: form.region.trim() || null,
        postalCode: form.postalCode.trim() || null,
        country: form.country,
      },
    };
    if (!(await submit.run(async () => (await ask(SaveSiteDocument, { input })).saveSite))) return false;
    await queries.invalidateQueries();
    return true;
  };
  const text = (field: 'code' | 'name' | 'gln' | 'city' | 'region' | 'postalCode', required: boolean, at: string[]) => (
    <TextInput
      label={t(`sites.${field}`)}
      required={required}
      value={form[field]}
      onChange={(event) => change({ [field]: event.currentTarget.value })}
      error={errorAt(errors, ...at)}
    />
  );
  const complete = form.code.trim() && form.name.trim() && form.lines.trim() && form.city.trim() && form.kinds.length > 0;
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={site ? t('sites.editOf', { name: site.name }) : t('sites.add')}
      action={t('save')}
      onSubmit={save}
      {...submit}
      fields={['code', 'name', 'kinds', 'gln', 'address']}
      disabled={!complete}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        {text('code', true, ['code'])}
        {text('name', true, ['name'])}
      </SimpleGrid>
      <Checkbox.Group
        label={t('sites.kinds')}
        required
        value={form.kinds}
        onChange={(value) => change({ kinds: value })}
        error={errorAt(errors, 'kinds')}
      >
        <Group gap="md" mt="xs">
          {kinds.map((kind) => (
            <Checkbox key={kind} value={kind} label={t(`siteKind.${kind}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      <Textarea
        label={t('sites.lines')}
        required
        autosize
        minRows={2}
        maxRows={4}
        value={form.lines}
        onChange={(event) => change({ lines: event.currentTarget.value })}
        error={errorAt(errors, 'address')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        {text('postalCode', false, ['address', 'postalCode'])}
        {text('city', true, ['address', 'city'])}
        {text('region', false, ['address', 'region'])}
        <CountrySelect
          label={t('organization.country')}
          required
          allowDeselect={false}
          value={form.country}
          onChange={(value) => value && change({ country: value })}
        />
        {text('gln', false, ['gln'])}
      </SimpleGrid>
    </FormDialog>
  );
}
