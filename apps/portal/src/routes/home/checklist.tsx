import { Button, Group, Paper, Progress, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCheck, IconCircleDashed } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Step } from './work';

/** The way of a newcomer; it goes when all of it is done. */
export function Checklist({ kind, steps }: { kind: 'buyer' | 'supplier'; steps: readonly Step[] }) {
  const { t } = useTranslation('home');
  const done = steps.filter((step) => step.done).length;
  if (done === steps.length) return null;
  const next = steps.find((step) => !step.done);
  const title = t(`checklist.${kind}.title`);
  return (
    <Paper withBorder p="lg" component="section" aria-label={title}>
      <Stack gap="md">
        <div>
          <Title order={2}>{title}</Title>
          <Text size="sm" className="quiet">
            {t('checklist.done', { done, count: steps.length })}
          </Text>
        </div>
        <Progress value={(100 * done) / steps.length} aria-label={t('checklist.done', { done, count: steps.length })} />
        <Stack gap="sm" component="ol" p={0} m={0} style={{ listStyle: 'none' }}>
          {steps.map((step) => (
            <Group key={step.key} component="li" gap="sm" wrap="nowrap" align="flex-start">
              <ThemeIcon size="sm" variant={step.done ? 'filled' : 'outline'} color={step.done ? 'teal' : 'gray'} radius="xl">
                {step.done ? (
                  <IconCheck size={13} aria-label={t('checklist.isDone')} />
                ) : (
                  <IconCircleDashed size={13} aria-label={t('checklist.isOpen')} />
                )}
              </ThemeIcon>
              <Stack gap={4} style={{ flex: 1 }}>
                <Text size="sm" fw={step === next ? 600 : 400} className={step.done ? 'quiet' : undefined}>
                  {t(`checklist.${kind}.${step.key}`)}
                </Text>
                {step === next && (
                  <Button component={Link} to={step.to} size="xs" style={{ alignSelf: 'flex-start' }}>
                    {t(`checklist.${kind}.${step.key}Action`)}
                  </Button>
                )}
              </Stack>
            </Group>
          ))}
        </Stack>
      </Stack>
    </Paper>
  );
}
