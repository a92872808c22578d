import { useTranslation } from 'react-i18next';
import { Page } from '../../../ui/page';
import { Failure, Waiting } from '../../../ui/states';
import { useUrl } from '../../url';
import { useTenderChoices } from './choices';
import { TenderForm } from './form';

/** A new request for bids. `?basket=` and `?tender=` say where its lines come from. */
export default function NewTenderPage() {
  const { t } = useTranslation('tendering');
  const [url] = useUrl();
  const { data, error, refetch } = useTenderChoices();
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  return (
    <Page title={t('draft.newTitle')} below={t('draft.newBelow')}>
      <TenderForm choices={data} from={{ basketId: url['basket'], tenderId: url['tender'] }} />
    </Page>
  );
}
