import { createRouter } from '@tanstack/react-router';
import { Failure, Waiting } from '../ui/states';
import { open, page, root, signedIn, withWords } from './base';
import { NotFoundPage } from './not-found';
import { sellPages } from './sell-routes';

/** Text of a query parameter, kept as written: `00010` stays `00010`. */
const parseSearch = (search: string): Record<string, string> => Object.fromEntries(new URLSearchParams(search));
const stringifySearch = (search: Record<string, unknown>): string => {
  const entries = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  return entries.length === 0 ? '' : `?${new URLSearchParams(entries.map(([key, value]) => [key, String(value)]))}`;
};

const tree = root.addChildren([
  open('/sign-in', () => import('./organizations/sign-in/page')),
  open('/password-reset', () => import('./organizations/password-reset/page')),
  open('/invitation', () => import('./organizations/invitation/page')),
  open('/email-change', () => import('./organizations/email-change/page')),
  open('/watches/stop', () => import('./procurement/watches/stop-page')),
  open('/tenders/public', () => withWords(() => import('./tendering/public/page'))),
  open('/tenders/public/$ocid', () => withWords(() => import('./tendering/public/tender-page'))),
  signedIn.addChildren([
    page('/', () => import('./home/page')),
    page('/search', () => import('./supply/search/page')),
    page('/parts/$partId', () => import('./catalog/part/page')),
    page('/interchange-links', () => import('./catalog/link-file/page')),
    page('/baskets', () => import('./procurement/baskets/page')),
    page('/baskets/$basketId', () => import('./procurement/basket/page')),
    page('/quick-order', () => import('./procurement/quick-order/page')),
    page('/aog', () => import('./procurement/aog/page')),
    page('/urgent', () => import('./procurement/urgent/page')),
    page('/watches', () => import('./procurement/watches/page')),
    page('/rotables', () => import('./procurement/rotables/page')),
    page('/orders', () => import('./procurement/orders/page')),
    page('/orders/$orderId', () => import('./procurement/order/page')),
    page('/buy/tenders', () => import('./tendering/buying/page')),
    page('/buy/tenders/new', () => import('./tendering/draft/page')),
    page('/buy/tenders/keys', () => import('./tendering/keys/page')),
    page('/buy/tenders/$tenderId', () => import('./tendering/tender/page')),
    page('/buy/tenders/$tenderId/opening', () => import('./tendering/opening/page')),
    page('/auctions/$auctionId', () => import('./tendering/auction/page')),
    page('/tenders/$tenderId', () => import('./tendering/shared/goto')),
    page('/account', () => import('./organizations/account/page')),
    page('/help', () => import('./help/page')),
    ...sellPages,
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultNotFoundComponent: NotFoundPage,
  defaultPendingComponent: Waiting,
  defaultErrorComponent: ({ error, reset }) => <Failure error={error} retry={reset} />,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
