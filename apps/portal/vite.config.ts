import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const hub = process.env['ENTREPOT_HUB'] ?? 'http://127.0.0.1:3000';

/** Built into dist/portal, which the hub serves. `npx vite apps/portal` proxies to the hub at ENTREPOT_HUB for work on the portal itself. */
export default defineConfig({
  root: folder('.'),
  plugins: [react()],
  resolve: {
    alias: {
      '#libs/kernel': folder('../../libs/kernel/src/index.ts'),
      '#libs/sealing': folder('../../libs/sealing/src/index.ts'),
    },
  },
  build: {
    outDir: folder('../../dist/portal'),
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/graphql': { target: hub, ws: true }, '/api': hub, '/exchange/inbound': hub },
  },
});
