/** Builds the three parts: main (both hosts), preload, renderer. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { contractOutline } from './build/vite/contract-outline.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Native code stays outside the bundles; everything else goes in. */
const external = ['electron', 'better-sqlite3', 'sharp', '@napi-rs/keyring', /^node:/];

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      rolldownOptions: {
        external,
        input: {
          browser: path('src-main/hosts/browser/main.ts'),
          electron: path('src-main/hosts/electron/main.ts'),
          'backup-worker': path('src-main/storage/backup-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        external: ['electron'],
        input: { preload: path('src-preload/preload.ts') },
        // A sandboxed preload cannot be an ES module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: path('src-renderer'),
    plugins: [react(), contractOutline(path('src-shared/contract/outline.ts'))],
    worker: { plugins: () => [contractOutline(path('src-shared/contract/outline.ts'))] },
    build: {
      outDir: path('out/renderer'),
      emptyOutDir: true,
      minify: true,
      rolldownOptions: { input: { index: path('src-renderer/index.html') } },
    },
  },
});
