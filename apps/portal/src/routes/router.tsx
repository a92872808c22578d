import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { liveToken } from '../session/session';
import { Frame } from '../shell/frame';
import { Failure, Waiting } from '../ui/states';

/** Text of a query parameter, kept as written: `00010` stays `00010`. */
const parseSearch = (search: string): Record<string, string> => Object.fromEntries(new URLSearchParams(search));
const stringifySearch = (search: Record<string, unknown>): string => {
  const entries = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  return entries.length === 0 ? '' : `?${new URLSearchParams(entries.map(([key, value]) => [key, String(value)]))}`;
};

const root = createRootRoute({});

/** Pages for somebody who is not signed in. */
const open = (path: string, load: () => Promise<{ default: React.ComponentType }>) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load) });

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  component: Frame,
  beforeLoad: async ({ location }) => {
    if (!(await liveToken())) throw redirect({ to: '/sign-in', search: { back: location.href } as never });
  },
});
const page = (path: string, load: () => Promise<{ default: React.ComponentType }>) =>
  createRoute({ getParentRoute: () => signedIn, path, component: lazyRouteComponent(load) });

const tree = root.addChildren([
  open('/sign-in', () => import('./organizations/sign-in/page')),
  open('/password-reset', () => import('./organizations/reset-password/page')),
  open('/invitation', () => import('./organizations/invitation/page')),
  open('/email-change', () => import('./organizations/confirm-email/page')),
  signedIn.addChildren([
    page('/', () => import('./home/page')),
    page('/search', () => import('./supply/search/page')),
    page('/parts/$partId', () => import('./catalog/part/page')),
    page('/baskets', () => import('./procurement/baskets/page')),
    page('/baskets/$basketId', () => import('./procurement/basket/page')),
    page('/quick-order', () => import('./procurement/quick-order/page')),
    page('/orders', () => import('./procurement/orders/page')),
    page('/orders/$orderId', () => import('./procurement/order/page')),
    page('/sell/catalogues', () => import('./supply/catalogues/page')),
    page('/sell/catalogues/$catalogueId', () => import('./supply/catalogue/page')),
    page('/sell/upload', () => import('./supply/upload/page')),
    page('/sell/uploads/$uploadId', () => import('./supply/upload/review/page')),
    page('/sell/stock', () => import('./supply/stock/page')),
    page('/exchange/partners', () => import('./exchange/partners/page')),
    page('/exchange/messages', () => import('./exchange/messages/page')),
    page('/exchange/messages/$messageId', () => import('./exchange/message/page')),
    page('/organization', () => import('./organizations/profile/page')),
    page('/organization/members', () => import('./organizations/members/page')),
    page('/organization/sites', () => import('./organizations/sites/page')),
    page('/organization/partnerships', () => import('./organizations/partnerships/page')),
    page('/organization/keys', () => import('./organizations/keys/page')),
    page('/operator/organizations', () => import('./organizations/directory/page')),
    page('/operator/mail', () => import('./organizations/mail/page')),
    page('/account', () => import('./organizations/account/page')),
    page('/help', () => import('./help/page')),
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingComponent: Waiting,
  defaultErrorComponent: ({ error, reset }) => <Failure error={error} retry={reset} />,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
