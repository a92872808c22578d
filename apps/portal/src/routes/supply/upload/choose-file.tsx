import { Alert, Button, Group, Progress, Radio, Select, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../graphql/client';
import { UploadStartDocument } from '../../../graphql/generated/graphql';
import { formatBytes } from '../../../i18n/sizes';
import { useRights } from '../../../shell/me';
import { DropZone } from '../../../ui/forms/drop-zone';
import { Empty, Failure, Waiting } from '../../../ui/states';
import { useUrl } from '../../url';
import { CatalogueForm } from '../catalogues/catalogue-form';
import { useSending } from './use-sending';

const taken = '.csv,.txt,.tsv,.xml,.cif,.xlsx';

/** The first step: which catalogue, what absence means, which file. Sends it and waits until the hub has it. */
export function ChooseFile({ stock, onSent }: { stock: boolean; onSent: (uploadId: string) => void }) {
  const { t } = useTranslation('selling');
  const rights = useRights();
  const [url, change] = useUrl();
  const [file, setFile] = useState<File | undefined>(undefined);
  const [mode, setMode] = useState('full');
  const [missing, setMissing] = useState(false);
  const [creating, setCreating] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['upload-start'],
    queryFn: ({ signal }) => ask(UploadStartDocument, {}, signal),
    enabled: !stock,
  });
  const sending = useSending(onSent);
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data && !stock) return <Waiting />;
  const catalogues = data?.catalogues ?? [];
  const catalogue = catalogues.find((one) => one.id === url['catalogue']) ?? catalogues[0];
  const start = (event: FormEvent): void => {
    event.preventDefault();
    setMissing(!file);
    if (!file || (!stock && !catalogue)) return;
    const query: Record<string, string> = stock
      ? { kind: 'stock', fileName: file.name, hold: String(rights.has('catalogue:upload')) }
      : { kind: 'catalogue', catalogue: catalogue!.id, fileName: file.name, mode, hold: 'true' };
    sending.start(file, query);
  };
  const dialog = creating && (
    <CatalogueForm opened onClose={() => setCreating(false)} onCreated={(id) => change({ catalogue: id })} />
  );
  if (!stock && !catalogue)
    return (
      <>
        <Empty
          title={t('upload.noCatalogue')}
          text={t('upload.noCatalogueText')}
          action={<Button onClick={() => setCreating(true)}>{t('catalogue.new')}</Button>}
        />
        {dialog}
      </>
    );
  return (
    <form onSubmit={start} noValidate>
      <Stack gap="lg" maw={760}>
        {!stock && catalogue && (
          <>
            <Group align="flex-end" gap="sm">
              <Select
                label={t('upload.catalogue')}
                allowDeselect={false}
                data={catalogues.map(({ id, name }) => ({ value: id, label: name }))}
                value={catalogue.id}
                onChange={(id) => change({ catalogue: id ?? undefined }, { replace: true })}
                style={{ flex: '1 1 16rem' }}
              />
              <Button variant="default" onClick={() => setCreating(true)}>
                {t('catalogue.new')}
              </Button>
            </Group>
            <Radio.Group label={t('upload.mode')} value={mode} onChange={setMode}>
              <Stack gap="sm" mt="xs">
                <Radio
                  value="full"
                  label={t('upload.full')}
                  description={t('upload.fullHow', { count: catalogue.activeOffers })}
                />
                <Radio value="delta" label={t('upload.delta')} description={t('upload.deltaHow')} />
              </Stack>
            </Radio.Group>
          </>
        )}
        <DropZone
          label={t('upload.drop')}
          hint={stock ? t('upload.stockKinds') : t('upload.kinds')}
          accept={taken}
          file={file}
          chosen={file && t('upload.chosen', { name: file.name, size: formatBytes(file.size) })}
          onFile={(next) => {
            setFile(next);
            setMissing(false);
            sending.clear();
          }}
          error={missing ? t('upload.fileMissing') : undefined}
        />
        {sending.refusal && (
          <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />} title={t('upload.refusedTitle')}>
            {t(`refused.${sending.refusal.code}`, { defaultValue: sending.refusal.message || t('refused.NETWORK') })}
          </Alert>
        )}
        {sending.progress && file && (
          <Stack gap="xs" role="status">
            <Progress
              value={(100 * sending.progress.sent) / Math.max(1, sending.progress.all)}
              aria-label={t('upload.sending')}
            />
            <Text size="sm" className="quiet">
              {t('upload.sent', { sent: formatBytes(sending.progress.sent), all: formatBytes(sending.progress.all) })}
            </Text>
          </Stack>
        )}
        <Group gap="sm">
          <Button type="submit" loading={sending.progress !== undefined}>
            {t('upload.send')}
          </Button>
          {sending.progress && (
            <Button variant="default" onClick={sending.stop}>
              {t('upload.stop')}
            </Button>
          )}
        </Group>
      </Stack>
      {dialog}
    </form>
  );
}
