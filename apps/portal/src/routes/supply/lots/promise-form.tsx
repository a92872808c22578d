import { MultiSelect, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { PromiseCertificatesDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt } from '../../../ui/forms/form-errors';
import { useLotCodes } from '../lot-codes';
import type { Promised } from './lot';

/** What comes with every unit of an offer; of none, nothing is promised any more. */
export function PromiseForm({ offer, onClose }: { offer: Promised | undefined; onClose: () => void }) {
  const { t } = useTranslation('lots');
  const codes = useLotCodes();
  const queries = useQueryClient();
  const submit = useSubmit();
  const [supplierPart, setPart] = useState(offer?.supplierPart ?? '');
  const [certificates, setCertificates] = useState<string[]>(offer?.certificates ?? []);
  const save = async (): Promise<boolean> => {
    const input = { certificates, ...(offer ? { offerId: offer.offerId } : { supplierPart: supplierPart.trim() }) };
    const done = await submit.run(async () => (await ask(PromiseCertificatesDocument, { input })).promiseCertificates);
    if (done) await queries.invalidateQueries({ queryKey: ['own-lots'] });
    return done !== undefined;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('form.promiseTitle')}
      action={t('form.save')}
      onSubmit={save}
      {...submit}
      fields={['supplierPart', 'certificates']}
      disabled={!supplierPart.trim() || (!offer && certificates.length === 0)}
    >
      <TextInput
        label={t('form.supplierPart')}
        required
        disabled={offer !== undefined}
        maxLength={70}
        value={supplierPart}
        onChange={(event) => setPart(event.currentTarget.value)}
        error={errorAt(submit.errors, 'supplierPart')}
      />
      <MultiSelect
        label={t('form.certificates')}
        description={t('form.promiseHow')}
        data={codes.certificates}
        value={certificates}
        onChange={setCertificates}
        hidePickedOptions
        searchable
        error={errorAt(submit.errors, 'certificates')}
      />
    </FormDialog>
  );
}
