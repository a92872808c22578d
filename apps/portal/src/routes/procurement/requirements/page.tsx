import { useTranslation } from 'react-i18next';
import { useRights } from '../../../shell/me';
import { Page } from '../../../ui/page';
import { Needs } from './needs';
import { Rules } from './rules';

/** What an organisation requires of every order: standing certificates, and the rules that orders pass. */
export default function RequirementsPage() {
  const { t } = useTranslation('requirements');
  const rights = useRights();
  return (
    <Page title={t('title')} below={t('below')}>
      {rights.has('certificate:review') && <Needs />}
      {rights.has('gate:manage') && <Rules />}
    </Page>
  );
}
