import { createRootRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { loadAllAreas } from '../i18n/setup';
import { liveToken } from '../session/session';

type Load = () => Promise<{ default: React.ComponentType }>;
type Parameters = Record<string, string | undefined>;

/** The URL's parameters as written, whatever they are; each page reads its own. */
const asWritten = (search: Record<string, unknown>): Parameters => search as Parameters;

export const root = createRootRoute({ validateSearch: asWritten });

/** Pages for somebody who is not signed in. */
export const open = <const P extends string>(path: P, load: Load) =>
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load) });

/** The page with everything it may say: open pages that show trade have its words, like those behind the sign-in. */
export const withWords = async (load: Load): ReturnType<Load> => {
  const [shown] = await Promise.all([load(), loadAllAreas()]);
  return shown;
};

/** Everything behind the sign-in, inside the shell. */
export const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  component: lazyRouteComponent(async () => {
    const [frame] = await Promise.all([import('../shell/frame'), loadAllAreas()]);
    return frame;
  }, 'Frame'),
  beforeLoad: async ({ location }) => {
    if (!(await liveToken())) throw redirect({ to: '/sign-in', search: { back: location.href } });
  },
});

/** A page inside the shell; its code loads when it is opened. */
export const page = <const P extends string>(path: P, load: Load) =>
  createRoute({ getParentRoute: () => signedIn, path, component: lazyRouteComponent(load) });
