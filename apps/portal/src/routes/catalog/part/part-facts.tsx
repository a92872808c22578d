import { Group, Stack, Text } from '@mantine/core';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartQuery } from '../../../graphql/generated/graphql';
import { classText, useCodeNames } from '../../../ui/shown/code-name';
import { CodeText } from '../../../ui/shown/code-text';
import { Facts } from '../../../ui/shown/facts';

type Part = NonNullable<PartQuery['part']>;

/** The name in the reader's language where the part has one. */
export function nameOf(part: { name: string; names: readonly { language: string; name: string }[] }): string {
  const tag = i18next.language;
  const found =
    part.names.find((n) => n.language === tag) ?? part.names.find((n) => n.language.split('-')[0] === tag.split('-')[0]);
  return found?.name ?? part.name;
}

/** What a part is: its name, classes, and what one must know before buying. */
export function PartFacts({ part }: { part: Part }) {
  const { t } = useTranslation('part');
  const names = useCodeNames();
  const facts: [string, ReactNode][] = [
    [t('fact.manufacturer'), `${part.manufacturer.name} (${part.manufacturer.code})`],
    ...(part.approvalBasis ? [[t('fact.approval'), names.name('approval', part.approvalBasis)] as [string, string]] : []),
    ...part.classifications.map(({ system, code }): [string, string] => [t('fact.class'), classText(system, code)]),
    ...(part.shelfLifeDays ? [[t('fact.shelfLife'), t('days', { count: part.shelfLifeDays })] as [string, string]] : []),
    ...(part.hazmat ? [[t('fact.hazmat'), part.hazmat] as [string, string]] : []),
    ...(part.ownNumbers.length > 0
      ? [[t('fact.ownNumber'), <OwnNumbers key="own" numbers={part.ownNumbers} />] as [string, ReactNode]]
      : []),
  ];
  return (
    <Stack gap="sm">
      <Text size="lg">{nameOf(part)}</Text>
      {part.description && part.description !== part.name && (
        <Text size="sm" className="quiet" maw="60rem">
          {part.description}
        </Text>
      )}
      <Facts facts={facts} />
    </Stack>
  );
}

function OwnNumbers({ numbers }: { numbers: readonly string[] }) {
  return (
    <Group component="span" gap="sm">
      {numbers.map((number) => (
        <CodeText key={number} value={number} size="sm" />
      ))}
    </Group>
  );
}
