import { Anchor, Code, List, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRights } from '../../../shell/me';
import { Section } from '../../../ui/section';
import { CodeText } from '../../../ui/shown/code-text';

/** Where the ERP sends its documents, and with what it proves who it is. */
export function HowToConnect() {
  const { t } = useTranslation('exchange');
  const rights = useRights();
  const url = `${location.origin}/exchange/inbound`;
  return (
    <Section title={t('how.title')}>
      <Stack gap="sm">
        <Text size="sm">{t('how.text')}</Text>
        <CodeText value={url} wraps />
        <List size="sm" spacing="xs">
          <List.Item>{t('how.formats')}</List.Item>
          <List.Item>
            {t('how.key')}{' '}
            {rights.has('apikey:manage') && (
              <Anchor
                size="sm"
                underline="always"
                renderRoot={(props) => <Link {...props} to="/organization/keys" search={{ new: 'exchange:send' }} />}
              >
                {t('how.makeKey')}
              </Anchor>
            )}
          </List.Item>
          <List.Item>{t('how.answer')}</List.Item>
        </List>
        <Code block tabIndex={0}>
          {`curl ${url} \\\n  -H "Authorization: Bearer ek_..." \\\n  --data-binary @order.xml`}
        </Code>
      </Stack>
    </Section>
  );
}
