import { Anchor, Group } from '@mantine/core';
import i18next from 'i18next';
import { chooseLanguage, languages } from '../i18n/setup';

/** The languages by their own names, on pages that need no session. */
export function LanguageLinks() {
  return (
    <Group justify="center" gap="lg">
      {languages.map(({ tag, name }) => (
        <Anchor
          key={tag}
          component="button"
          type="button"
          size="sm"
          lang={tag}
          fw={i18next.language === tag ? 700 : 400}
          aria-pressed={i18next.language === tag}
          onClick={() => void chooseLanguage(tag)}
        >
          {name}
        </Anchor>
      ))}
    </Group>
  );
}
