import '@fontsource-variable/inter';
import '@fontsource/jetbrains-mono/400.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './ui/base.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterContextProvider, RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { OperationFailed, takeTokensFrom } from './graphql/client';
import { startLanguages } from './i18n/setup';
import { router } from './routes/router';
import { liveToken, resumeSession } from './session/session';
import { Notices } from './shell/notices';
import { theme } from './ui/theme';

const final = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'BAD_USER_INPUT']);

/** Reads are retried twice when the hub could not answer at all; a refusal is an answer. */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) => failures < 2 && !(error instanceof OperationFailed && final.has(error.code)),
    },
  },
});

takeTokensFrom(liveToken);
await Promise.all([startLanguages(), resumeSession()]);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        {/* What notifications say may hold links to pages. */}
        <RouterContextProvider router={router}>
          <Notices />
        </RouterContextProvider>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
