import { Radio, Stack } from '@mantine/core';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, type LanguageTag, languages } from '../../../i18n/setup';

/** The portal's language in this browser. */
export function LanguageChoice() {
  const { t } = useTranslation('account');
  return (
    <Radio.Group
      value={i18next.language}
      onChange={(tag) => void chooseLanguage(tag as LanguageTag)}
      label={t('account.languageLabel')}
      description={t('account.languageBelow')}
    >
      <Stack gap="sm" mt="sm">
        {languages.map(({ tag, name }) => (
          <Radio key={tag} value={tag} label={name} lang={tag} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
