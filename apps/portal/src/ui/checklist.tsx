import { Group, List, Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconArrowRight, IconCheck, IconCircleDashed } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface Step {
  id: string;
  title: string;
  text: string;
  done: boolean;
  /** Where to do it; shown at the next open step. */
  action?: ReactNode;
}

/** The way of a first visit: what is done, what comes next, and the button for it. Gone once everything is done. */
export function Checklist({ title, steps }: { title: string; steps: readonly Step[] }) {
  const { t } = useTranslation('ui');
  const next = steps.find((step) => !step.done);
  if (!next) return null;
  return (
    <Paper withBorder p="lg" component="section" aria-label={title}>
      <Stack gap="md">
        <Title order={2}>{title}</Title>
        <List spacing="md" center={false} listStyleType="none" p={0}>
          {steps.map((step) => {
            const Icon = step.done ? IconCheck : step === next ? IconArrowRight : IconCircleDashed;
            return (
              <List.Item
                key={step.id}
                icon={
                  <ThemeIcon
                    size={22}
                    radius="xl"
                    variant={step.done ? 'filled' : 'light'}
                    color={step === next || step.done ? undefined : 'gray'}
                  >
                    <Icon size={14} aria-hidden />
                  </ThemeIcon>
                }
              >
                <Group justify="space-between" gap="sm" wrap="wrap">
                  <div style={{ maxWidth: '44rem' }}>
                    <Text fw={600} component="div">
                      {step.title}{' '}
                      <Text span size="xs" className="quiet">
                        {step.done ? t('checklist.done') : step === next ? t('checklist.next') : t('checklist.later')}
                      </Text>
                    </Text>
                    <Text size="sm" className="quiet">
                      {step.text}
                    </Text>
                  </div>
                  {step === next && step.action}
                </Group>
              </List.Item>
            );
          })}
        </List>
      </Stack>
    </Paper>
  );
}
