import react from '@vitejs/plugin-react';
import {defineConfig} from 'vitest/config';

// While developing: REELWAY=http://localhost:18080 npm run dev
const server = process.env.REELWAY ?? 'http://localhost:8080';
const proxy = Object.fromEntries(['/api', '/healthz', '/readyz'].map((path) => [path, server]));

export default defineConfig({
  plugins: [react()],
  server: {proxy},
  preview: {proxy},
  build: {
    target: 'es2022',
    manifest: true,
    // The Content-Security-Policy allows no data: addresses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    reportCompressedSize: false,
  },
  test: {include: ['src/**/*.test.ts', 'test/**/*.test.ts']},
});
