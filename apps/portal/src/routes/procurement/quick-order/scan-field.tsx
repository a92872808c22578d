import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconBarcode, IconCamera } from '@tabler/icons-react';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../i18n/format';
import { Camera, mayUseCamera } from './camera';
import { type Said, takeScan } from './scanned';

/** What scanners in keyboard mode press for the characters that cannot be seen, and how they are shown. */
const separators: Readonly<Record<string, string>> = { ']': '\u241d', '^': '\u241e', d: '\u2404' };

interface Props {
  text: string;
  onText: (text: string) => void;
}

/** A field for a scanner that types: each scan ends with Enter, becomes a line, and the field waits for the next. */
export function ScanField({ text, onText }: Props) {
  const { t } = useTranslation('procurement');
  const [scan, setScan] = useState('');
  const [said, setSaid] = useState<Said | undefined>(undefined);
  const [articles, setArticles] = useState<ReadonlySet<string>>(new Set());
  const [camera, setCamera] = useState(false);

  const take = (read: string): void => {
    const taken = takeScan(text, read, { year: new Date().getFullYear(), articles });
    if (taken.article) setArticles(new Set([...articles, taken.article]));
    onText(taken.text);
    setSaid(taken.said);
    setScan('');
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    take(scan);
  };
  const typed = (event: KeyboardEvent<HTMLInputElement>): void => {
    const shown = event.ctrlKey && !event.altKey && !event.metaKey ? separators[event.key.toLowerCase()] : undefined;
    if (!shown) return;
    event.preventDefault();
    setScan((before) => before + shown);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap={4}>
        <Group align="flex-end" gap="sm" wrap="nowrap">
          <TextInput
            flex={1}
            label={t('scan.label')}
            description={t('scan.how')}
            leftSection={<IconBarcode size={16} aria-hidden />}
            value={scan}
            onChange={(event) => setScan(event.currentTarget.value)}
            onKeyDown={typed}
            error={said?.kind === 'problem' ? t(`scan.problem.${said.problem}`, { at: said.at }) : undefined}
            autoComplete="off"
            spellCheck={false}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          />
          {mayUseCamera() && (
            <Button variant="default" leftSection={<IconCamera size={16} aria-hidden />} onClick={() => setCamera(true)}>
              {t('scan.camera')}
            </Button>
          )}
        </Group>
        <Text size="sm" role="status" className="quiet" mih={20}>
          {said && said.kind !== 'problem' && said.kind !== 'empty' && <SaidText said={said} />}
        </Text>
      </Stack>
      {camera && <Camera onScan={take} onClose={() => setCamera(false)} />}
    </form>
  );
}

function SaidText({ said }: { said: Exclude<Said, { kind: 'problem' }> }) {
  const { t } = useTranslation('procurement');
  if (said.kind === 'added' || said.kind === 'counted') {
    const { number, quantity, lot, expiresOn } = said;
    return (
      <>
        {t(`scan.${said.kind}`, { number, quantity })}
        {lot && ` ${t('scan.lot', { lot })}`}
        {expiresOn && ` ${t('scan.expires', { day: formatDate(expiresOn) })}`}
      </>
    );
  }
  if (said.kind === 'changed') return t('scan.changed', { number: said.number, quantity: said.quantity });
  return t(`scan.${said.kind}`, { number: said.number });
}
