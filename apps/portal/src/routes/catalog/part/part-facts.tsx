import { Stack, Text } from '@mantine/core';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { classText, useCodeNames } from '../../../ui/shown/code-name';
import { Facts } from '../../../ui/shown/facts';
import type { Part } from './identity/part';
import { attributesOf } from './identity/part-attributes';

/** The name in the reader's language where the part has one. */
export function nameOf(part: { name: string; names: readonly { language: string; name: string }[] }): string {
  const tag = i18next.language;
  const found =
    part.names.find((n) => n.language === tag) ?? part.names.find((n) => n.language.split('-')[0] === tag.split('-')[0]);
  return found?.name ?? part.name;
}

/** A class by its name where the operator has loaded its tree, else by its code. */
function classOf({ system, code, names }: Part['classifications'][number]): string {
  const name = names.length > 0 ? nameOf({ name: names[0]!.name, names }) : undefined;
  return name ? `${classText(system, code)} · ${name}` : classText(system, code);
}

/** What a part is: its name, classes, and what one must know before buying. */
export function PartFacts({ part }: { part: Part }) {
  const { t } = useTranslation('part');
  const names = useCodeNames();
  const facts: [string, string][] = [
    [t('fact.manufacturer'), `${part.manufacturer.name} (${part.manufacturer.code})`],
    ...(part.approvalBasis ? [[t('fact.approval'), names.name('approval', part.approvalBasis)] as [string, string]] : []),
    ...(part.manufacturer.successor ? [[t('fact.successor'), part.manufacturer.successor.name] as [string, string]] : []),
    ...part.classifications.map((own): [string, string] => [t('fact.class'), classOf(own)]),
    ...attributesOf(part, t, names),
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
