import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CataloguesQuery } from '../../../graphql/generated/graphql';
import { Checklist } from '../../../ui/checklist';

/** Leads a new supplier from the sign-in to his first published catalogue. */
export function FirstSteps({ data, onCreate }: { data: CataloguesQuery; onCreate: () => void }) {
  const { t } = useTranslation('selling');
  const uploads = data.uploads.nodes.filter((upload) => upload.kind === 'CATALOGUE');
  const waiting = uploads.find((upload) => !['PUBLISHED', 'DISCARDED', 'FAILED', 'BLOCKED'].includes(upload.state));
  const published = data.catalogues.some((catalogue) => catalogue.version > 0);
  const sent = published || uploads.some((upload) => upload.state !== 'DISCARDED' && upload.state !== 'FAILED');
  const catalogue = data.catalogues[0];
  return (
    <Checklist
      title={t('first.title')}
      steps={[
        { id: 'in', title: t('first.signIn'), text: t('first.signInText'), done: true },
        {
          id: 'catalogue',
          title: t('first.catalogue'),
          text: t('first.catalogueText'),
          done: catalogue !== undefined,
          action: (
            <Button size="xs" onClick={onCreate}>
              {t('catalogue.new')}
            </Button>
          ),
        },
        {
          id: 'upload',
          title: t('first.upload'),
          text: t('first.uploadText'),
          done: sent,
          action: (
            <Button size="xs" renderRoot={(props) => <Link {...props} to="/sell/upload" search={{ catalogue: catalogue?.id }} />}>
              {t('upload.action')}
            </Button>
          ),
        },
        {
          id: 'publish',
          title: t('first.publish'),
          text: t('first.publishText'),
          done: published,
          action: waiting && (
            <Button
              size="xs"
              renderRoot={(props) => <Link {...props} to="/sell/uploads/$uploadId" params={{ uploadId: waiting.id }} />}
            >
              {t('first.look')}
            </Button>
          ),
        },
      ]}
    />
  );
}
