import { Fieldset, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type EdifactAddress, type FieldsProps, hubEdifact } from './settings';

const qualifiers = ['14', '1', 'ZZ'] as const;
const releases = ['D.96A', 'D.01B'] as const;
const levels = ['UNOA', 'UNOB', 'UNOC', 'UNOD', 'UNOE', 'UNOF', 'UNOY'] as const;

/** Addresses of the envelope, the directory and the character set of an ERP that speaks EDIFACT. */
export function EdifactFields({ settings, onChange, error }: FieldsProps) {
  const { t } = useTranslation('exchange');
  const edifact = settings.edifact ?? { own: { id: '' } };
  const { syntax, association, ...bare } = edifact;
  const put = (next: typeof edifact): void => onChange({ ...settings, edifact: next });
  const address = (side: 'own' | 'hub', value: EdifactAddress, required: boolean) => (
    <>
      <TextInput
        label={t(`edifact.${side}Id`)}
        description={t('edifact.idHow')}
        required={required}
        maxLength={35}
        value={value.id}
        onChange={(event) => put({ ...edifact, [side]: { ...value, id: event.currentTarget.value } })}
        error={required ? error : undefined}
      />
      <Select
        label={t(`edifact.${side}Qualifier`)}
        clearable
        data={[...new Set([...qualifiers, ...(value.qualifier ? [value.qualifier] : [])])].map((code) => ({
          value: code,
          label: t(`edifact.qualifier.${code}`, { defaultValue: code }),
        }))}
        value={value.qualifier ?? null}
        onChange={(code) => {
          const { qualifier: _, ...rest } = value;
          put({ ...edifact, [side]: code ? { ...rest, qualifier: code } : rest });
        }}
      />
    </>
  );
  return (
    <Fieldset legend={t('edifact.title')}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        {address('own', edifact.own, true)}
        {address('hub', edifact.hub ?? hubEdifact, false)}
        <Select
          label={t('edifact.release')}
          allowDeselect={false}
          data={[...releases]}
          value={edifact.release ?? 'D.96A'}
          onChange={(release) => release && put({ ...edifact, release: release as (typeof releases)[number] })}
        />
        <TextInput
          label={t('edifact.association')}
          description={t('edifact.associationHow')}
          maxLength={6}
          value={association ?? ''}
          onChange={(event) => {
            const value = event.currentTarget.value;
            put({ ...bare, ...(syntax ? { syntax } : {}), ...(value === '' ? {} : { association: value }) });
          }}
        />
        <Select
          label={t('edifact.syntax')}
          description={t('edifact.syntaxHow')}
          clearable
          data={[...levels]}
          value={syntax ?? null}
          onChange={(level) => put({ ...bare, ...(association ? { association } : {}), ...(level ? { syntax: level } : {}) })}
        />
      </SimpleGrid>
    </Fieldset>
  );
}
