import { useNavigate, useRouterState } from '@tanstack/react-router';

export type UrlPatch = Readonly<Record<string, string | undefined>>;

/** The state of a page as its URL holds it, and how to change it. An empty or undefined value takes a parameter away. */
export function useUrl(): [Readonly<Record<string, string>>, (patch: UrlPatch, options?: { replace?: boolean }) => void] {
  const search = useRouterState({ select: (state) => state.location.search }) as Record<string, string>;
  const navigate = useNavigate();
  const change = (patch: UrlPatch, options?: { replace?: boolean }): void => {
    const next = Object.fromEntries(
      Object.entries({ ...search, ...patch }).filter(([, value]) => value !== undefined && value !== ''),
    );
    void navigate({ to: '.', search: next, replace: options?.replace ?? false, resetScroll: false });
  };
  return [search, change];
}

/** Several values of one parameter, parted by blanks. */
export const listOf = (value: string | undefined): string[] => (value ?? '').split(' ').filter((part) => part !== '');
export const listText = (values: readonly string[]): string | undefined => (values.length === 0 ? undefined : values.join(' '));
