import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from '@tanstack/react-router';
import { ask } from '../../../graphql/client';
import { TenderSideDocument } from '../../../graphql/generated/graphql';
import { useMe } from '../../../shell/me';
import { Failure, Waiting } from '../../../ui/states';

/** The address that letters carry: leads to the buyer's or the bidder's page of the tender. */
export default function GotoTenderPage() {
  const { tenderId } = useParams({ from: '/signed-in/tenders/$tenderId' });
  const { me } = useMe();
  const { data, error, refetch } = useQuery({
    queryKey: ['tender-side', tenderId],
    queryFn: () => ask(TenderSideDocument, { id: tenderId }),
  });
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data || !me) return <Waiting />;
  const to = data.tender?.buyer.id === me.organization.id ? '/buy/tenders/$tenderId' : '/sell/tenders/$tenderId';
  return <Navigate to={to} params={{ tenderId }} replace />;
}
