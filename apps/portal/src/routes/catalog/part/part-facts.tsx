import { Group, Stack, Text } from '@mantine/core';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import type { PartQuery } from '../../../graphql/generated/graphql';
import { classText, useCodeNames } from '../../../ui/shown/code-name';
import { CodeText } from '../../../ui/shown/code-text';

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
  const facts: [string, string][] = [
    [t('fact.manufacturer'), `${part.manufacturer.name} (${part.manufacturer.code})`],
    ...(part.approvalBasis ? [[t('fact.approval'), names.name('approval', part.approvalBasis)] as [string, string]] : []),
    ...part.classifications.map(({ system, code }): [string, string] => [t('fact.class'), classText(system, code)]),
    ...(part.shelfLifeDays ? [[t('fact.shelfLife'), t('days', { count: part.shelfLifeDays })] as [string, string]] : []),
    ...(part.hazmat ? [[t('fact.hazmat'), part.hazmat] as [string, string]] : []),
  ];
  return (
    <Stack gap="sm">
      <Text size="lg">{nameOf(part)}</Text>
      {part.description && part.description !== part.name && (
        <Text size="sm" className="quiet" maw="60rem">
          {part.description}
        </Text>
      )}
      <Group gap="lg" component="dl" m={0}>
        {facts.map(([name, text]) => (
          <div key={`${name} ${text}`}>
            <Text component="dt" size="xs" className="quiet">
              {name}
            </Text>
            <Text component="dd" m={0} size="sm">
              {text}
            </Text>
          </div>
        ))}
        {part.ownNumbers.length > 0 && (
          <div>
            <Text component="dt" size="xs" className="quiet">
              {t('fact.ownNumber')}
            </Text>
            <Group component="dd" m={0} gap="sm">
              {part.ownNumbers.map((number) => (
                <CodeText key={number} value={number} size="sm" />
              ))}
            </Group>
          </div>
        )}
      </Group>
    </Stack>
  );
}
