import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

/** Where `vite dev` finds the API; the built dashboard is served by the API itself. */
const api = `http://127.0.0.1:${process.env.PORT ?? 3000}`;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [vue()],
  // Event streams must not be buffered on the way through the proxy; the default does not.
  server: { port: 5173, proxy: { '/api': api } },
  // Components here are composed, never declared by options: Vue need not carry that.
  define: { __VUE_OPTIONS_API__: 'false' },
  build: {
    outDir: 'dist',
    // The server sends `font-src 'self'`: no asset may become a data: address.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
});
