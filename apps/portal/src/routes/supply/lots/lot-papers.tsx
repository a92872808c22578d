import { Anchor, Checkbox, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { AttachLotCertificateDocument, ShowLotCertificateDocument } from '../../../graphql/generated/graphql';
import { useSubmit } from '../../../graphql/submit';
import { download, sendFile } from '../../../graphql/transfer';
import { formatDate } from '../../../i18n/format';
import { DropZone } from '../../../ui/forms/drop-zone';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { errorAt } from '../../../ui/forms/form-errors';
import { useCodeNames } from '../../../ui/shown/code-name';
import { useLotCodes } from '../lot-codes';
import { calledOf, type OwnLot } from './lot';

const fields = ['number', 'issuer', 'datedOn'] as const;
const empty = { number: '', issuer: '', datedOn: '' };
const most = { number: 60, issuer: 120, datedOn: 10 } as const;

/** The certificates of a lot: those attached and who sees them, and one more. */
export function LotPapers({ lot, onClose }: { lot: OwnLot; onClose: () => void }) {
  const { t } = useTranslation('lots');
  const codes = useLotCodes();
  const queries = useQueryClient();
  const submit = useSubmit();
  const [kind, setKind] = useState(lot.certificates[0] ?? 'COFC');
  const [typed, setTyped] = useState(empty);
  const [shown, setShown] = useState(false);
  const [file, setFile] = useState<File | undefined>(undefined);
  const save = async (): Promise<boolean> => {
    if (!file) return false;
    const done = await submit.run(async () => {
      const { id: fileId } = await sendFile(file);
      const said = Object.fromEntries(Object.entries(typed).map(([key, value]) => [key, value.trim() || null]));
      const input = { lotId: lot.id, fileId, kind, shown, ...said };
      return (await ask(AttachLotCertificateDocument, { input })).attachLotCertificate;
    });
    if (!done) return false;
    setFile(undefined);
    setTyped(empty);
    await queries.invalidateQueries({ queryKey: ['own-lots'] });
    // It stays open: a lot often has more than one paper.
    return false;
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('form.papersTitle', { lot: calledOf(lot), part: lot.supplierPart })}
      action={t('form.attach')}
      onSubmit={save}
      {...submit}
      fields={[...fields, 'kind']}
      disabled={!file}
    >
      <Attached lot={lot} />
      <DropZone label={t('form.file')} hint={t('form.hint')} accept=".pdf,.png,.jpg,.jpeg" file={file} onFile={setFile} />
      <Select
        label={t('form.kind')}
        allowDeselect={false}
        data={codes.certificates}
        value={kind}
        onChange={(value) => value && setKind(value)}
        error={errorAt(submit.errors, 'kind')}
      />
      <Group grow align="flex-start">
        {fields.map((name) => (
          <TextInput
            key={name}
            label={t(`form.${name}`)}
            type={name === 'datedOn' ? 'date' : 'text'}
            maxLength={most[name]}
            value={typed[name]}
            onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
            error={errorAt(submit.errors, name)}
          />
        ))}
      </Group>
      <Checkbox label={t('form.shown')} checked={shown} onChange={(event) => setShown(event.currentTarget.checked)} />
    </FormDialog>
  );
}

/** What is attached, to be fetched, and whether whoever sees the lot sees it. */
function Attached({ lot }: { lot: OwnLot }) {
  const { t } = useTranslation('lots');
  const names = useCodeNames();
  const queries = useQueryClient();
  const [busy, setBusy] = useState<string | undefined>(undefined);
  const show = async (certificateId: string, wanted: boolean): Promise<void> => {
    setBusy(certificateId);
    await ask(ShowLotCertificateDocument, { input: { certificateId, shown: wanted } });
    await queries.invalidateQueries({ queryKey: ['own-lots'] });
    setBusy(undefined);
  };
  if (lot.files.length === 0) return <Text className="quiet">{t('noPapers')}</Text>;
  return (
    <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('attached')}>
      {lot.files.map((paper) => (
        <Group key={paper.id} component="li" gap="sm">
          <Anchor
            component="button"
            type="button"
            size="sm"
            onClick={() => void download(`/api/v1/files/lot/${paper.id}`, paper.name)}
          >
            {paper.name}
          </Anchor>
          <Text size="sm" className="quiet">
            {[names.name('certificate', paper.kind), paper.number, paper.issuer, paper.datedOn && formatDate(paper.datedOn)]
              .filter(Boolean)
              .join(' · ')}
          </Text>
          <Checkbox
            size="xs"
            label={t('shownToBuyers')}
            checked={paper.shown}
            disabled={busy === paper.id}
            onChange={(event) => void show(paper.id, event.currentTarget.checked)}
          />
        </Group>
      ))}
    </Stack>
  );
}
