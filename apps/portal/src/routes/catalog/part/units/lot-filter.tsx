import { Group, MultiSelect, NumberInput, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCodeNames } from '../../../../ui/shown/code-name';
import { useUrl } from '../../../url';
import { certificates, conditions, wantedOf } from './wanted';

/** What the units must be: hard filters, kept in the URL. */
export function LotFilter() {
  const { t } = useTranslation('units');
  const names = useCodeNames();
  const [url, setUrl] = useUrl();
  const wanted = wantedOf(url);
  const put = (key: 'cond' | 'cert', list: readonly string[]): void =>
    setUrl({ [key]: list.length > 0 ? list.join(' ') : undefined }, { replace: true });
  return (
    <Group align="flex-end" gap="md" component="section" aria-label={t('filter')}>
      <MultiSelect
        label={t('condition')}
        data={conditions.map((value) => ({ value, label: `${value} · ${names.name('condition', value)}` }))}
        value={[...(wanted?.conditions ?? [])]}
        onChange={(list) => put('cond', list)}
        hidePickedOptions
        miw={200}
        maw={360}
      />
      <MultiSelect
        label={t('certificates')}
        data={certificates.map((value) => ({ value, label: names.name('certificate', value) }))}
        value={[...(wanted?.certificates ?? [])]}
        onChange={(list) => put('cert', list)}
        hidePickedOptions
        miw={220}
        maw={420}
      />
      <NumberInput
        label={t('shelfDays')}
        w={170}
        min={0}
        max={36500}
        allowDecimal={false}
        hideControls
        defaultValue={wanted?.shelfDaysMin ?? ''}
        onBlur={(event) => setUrl({ shelf: event.currentTarget.value.trim() || undefined }, { replace: true })}
      />
      <Switch
        mb={8}
        label={t('traceable')}
        checked={wanted?.trace === 'YES'}
        onChange={(event) => setUrl({ trace: event.currentTarget.checked ? 'yes' : undefined }, { replace: true })}
      />
    </Group>
  );
}
