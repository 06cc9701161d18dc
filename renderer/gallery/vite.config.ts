/// <reference types="node" />
import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** The gallery: every screen without Electron, served under the same content security policy as the app. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";

const root = import.meta.dirname;

// eslint-disable-next-line no-restricted-syntax -- Vite looks for a default export
export default defineConfig({
  root,
  base: './',
  plugins: [react()],
  build: {
    target: 'chrome130',
    outDir: resolve(root, '../../out/gallery'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  preview: { headers: { 'Content-Security-Policy': policy } },
});
