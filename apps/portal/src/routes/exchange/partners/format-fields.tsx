import { Fieldset, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EdifactFields } from './edifact-fields';
import { type Credential, type FieldsProps, hubCredential, hubX12, type X12Address, x12Separators } from './settings';

/** Identifiers and habits of the chosen format, as fields. */
export function FormatFields(props: FieldsProps) {
  if (props.format === 'X12') return <X12Fields {...props} />;
  if (props.format === 'EDIFACT') return <EdifactFields {...props} />;
  // An openTRANS document names its parties inside.
  if (props.format === 'OPENTRANS') return null;
  return props.format === 'CXML' ? <CxmlFields {...props} /> : <UblFields {...props} />;
}

const qualifiers = ['ZZ', '01', '08', '12', '14', '20'] as const;

function X12Fields({ settings, onChange, error }: FieldsProps) {
  const { t } = useTranslation('exchange');
  const x12 = settings.x12 ?? { own: { qualifier: 'ZZ', id: '' } };
  const set = (patch: Partial<typeof x12>): void => onChange({ ...settings, x12: { ...x12, ...patch } });
  const { separators, ...unparted } = x12;
  // Empty fields leave the choice to the hub; with one of them the others are needed, too.
  const part = (name: keyof typeof x12Separators, value: string): void =>
    value === ''
      ? onChange({ ...settings, x12: unparted })
      : set({ separators: { ...x12Separators, ...separators, [name]: value } });
  const address = (side: 'own' | 'hub', value: X12Address, required: boolean) => (
    <>
      <Select
        label={t(`x12.${side}Qualifier`)}
        allowDeselect={false}
        data={[...new Set([...qualifiers, value.qualifier])].map((code) => ({
          value: code,
          label: t(`x12.qualifier.${code}`, { defaultValue: code }),
        }))}
        value={value.qualifier}
        onChange={(qualifier) => qualifier && set({ [side]: { ...value, qualifier } })}
      />
      <TextInput
        label={t(`x12.${side}Id`)}
        description={t('x12.idHow')}
        required={required}
        maxLength={15}
        value={value.id}
        onChange={(event) => set({ [side]: { ...value, id: event.currentTarget.value } })}
        error={required ? error : undefined}
      />
    </>
  );
  return (
    <Fieldset legend={t('x12.title')}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        {address('own', x12.own, true)}
        {address('hub', x12.hub ?? hubX12, false)}
        {(['element', 'component', 'segment'] as const).map((name) => (
          <TextInput
            key={name}
            label={t(`x12.${name}`)}
            description={t('x12.separatorHow')}
            maxLength={name === 'segment' ? 2 : 1}
            className="part-number"
            placeholder={x12Separators[name]}
            value={separators?.[name] ?? ''}
            onChange={(event) => part(name, event.currentTarget.value)}
          />
        ))}
      </SimpleGrid>
    </Fieldset>
  );
}

function CxmlFields({ settings, onChange, error }: FieldsProps) {
  const { t } = useTranslation('exchange');
  const cxml = settings.cxml ?? { own: { domain: 'NetworkId', identity: '' } };
  const set = (side: 'own' | 'hub', value: Credential): void => onChange({ ...settings, cxml: { ...cxml, [side]: value } });
  const credential = (side: 'own' | 'hub', value: Credential, required: boolean) => (
    <>
      <TextInput
        label={t(`cxml.${side}Domain`)}
        description={t('cxml.domainHow')}
        required={required}
        maxLength={40}
        value={value.domain}
        onChange={(event) => set(side, { ...value, domain: event.currentTarget.value })}
      />
      <TextInput
        label={t(`cxml.${side}Identity`)}
        required={required}
        maxLength={100}
        value={value.identity}
        onChange={(event) => set(side, { ...value, identity: event.currentTarget.value })}
        error={required ? error : undefined}
      />
    </>
  );
  return (
    <Fieldset legend={t('cxml.title')}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        {credential('own', cxml.own, true)}
        {credential('hub', cxml.hub ?? hubCredential, false)}
      </SimpleGrid>
    </Fieldset>
  );
}

function UblFields({ settings, onChange, error }: FieldsProps) {
  const { t } = useTranslation('exchange');
  const endpoint = settings.ubl?.endpoint ?? { scheme: '0088', value: '' };
  const set = (next: typeof endpoint): void => {
    const { ubl: _, ...others } = settings;
    onChange(next.value === '' ? others : { ...others, ubl: { endpoint: next } });
  };
  return (
    <Fieldset legend={t('ubl.title')}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <TextInput
          label={t('ubl.scheme')}
          description={t('ubl.schemeHow')}
          maxLength={40}
          value={endpoint.scheme}
          onChange={(event) => set({ ...endpoint, scheme: event.currentTarget.value })}
        />
        <TextInput
          label={t('ubl.value')}
          description={t('ubl.valueHow')}
          maxLength={100}
          value={endpoint.value}
          onChange={(event) => set({ ...endpoint, value: event.currentTarget.value })}
          error={error}
        />
      </SimpleGrid>
    </Fieldset>
  );
}
