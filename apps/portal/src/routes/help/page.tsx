import { Kbd, List, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page';

const keys = [
  ['/', 'search'],
  ['Ctrl K', 'actions'],
  ['?', 'help'],
  ['j k', 'rows'],
  ['Enter', 'open'],
  ['Esc', 'close'],
] as const;
const words = [
  'part',
  'offer',
  'basis',
  'base',
  'break',
  'source',
  'pack',
  'free',
  'stale',
  'schedule',
  'proposal',
  'tolerance',
  'ncnr',
  'full',
  'version',
  'lot',
  'timed',
  'comparable',
] as const;
const ways = ['find', 'order', 'answer', 'sell', 'tender', 'bid', 'erp'] as const;
const steps = ['one', 'two', 'three', 'four'] as const;

/** Keys, words, and how the main work is done. */
export default function HelpPage() {
  const { t } = useTranslation('help');
  return (
    <Page title={t('title')} below={t('below')}>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="xl">
        <Section title={t('how')}>
          {ways.map((way) => (
            <Stack key={way} gap="xs" component="section" aria-label={t(`way.${way}.title`)}>
              <Title order={3}>{t(`way.${way}.title`)}</Title>
              <List type="ordered" size="sm" spacing={4}>
                {steps.map((step) => (
                  <List.Item key={step}>{t(`way.${way}.${step}`)}</List.Item>
                ))}
              </List>
            </Stack>
          ))}
        </Section>
        <Stack gap="xl">
          <Section title={t('keys')}>
            <Table aria-label={t('keys')}>
              <Table.Tbody>
                {keys.map(([key, name]) => (
                  <Table.Tr key={name}>
                    <Table.Td w="7rem">
                      <Kbd>{key}</Kbd>
                    </Table.Td>
                    <Table.Td>{t(`shell:keys.${name}`)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Section>
          <Section title={t('words')}>
            <dl style={{ margin: 0 }}>
              {words.map((word) => (
                <div key={word} style={{ marginBottom: '0.625rem' }}>
                  <Text component="dt" size="sm" fw={600}>
                    {t(`word.${word}.name`)}
                  </Text>
                  <Text component="dd" size="sm" className="quiet" m={0}>
                    {t(`word.${word}.means`)}
                  </Text>
                </div>
              ))}
            </dl>
          </Section>
        </Stack>
      </SimpleGrid>
    </Page>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap="md" component="section" aria-label={title}>
      <Title order={2}>{title}</Title>
      {children}
    </Stack>
  );
}
