import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const root = import.meta.dirname;

/** Only what holds machine code stays outside the bundles: it cannot be bundled. */
const native = ['better-sqlite3', 'node-hid', '@node-rs/argon2'];

/** The older of the two runtimes that the same code runs on. */
const nodeTarget = 'node20.18';
const chromeTarget = 'chrome130';

/**
 * Every face of the fonts comes as .woff2 and, for browsers we do not have, as .woff: half of the package's
 * files and size for nothing.
 */
const dropWoff = {
  postcssPlugin: 'drop-woff',
  Declaration(declaration: { prop: string; value: string }) {
    if (declaration.prop !== 'src' || !declaration.value.includes('.woff2')) return;
    const kept = declaration.value.split(',').filter((source) => !/\.woff["')]/.test(source));
    declaration.value = kept.join(',').trim();
  },
};

/**
 * Lists every file of the page in `files.json`, so that the program's own protocol serves by name from this
 * list and never does arithmetic on a path that a page asked for.
 */
const listFiles: Plugin = {
  name: 'list-files',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const files = Object.keys(bundle).sort();
      this.emitFile({ type: 'asset', fileName: 'files.json', source: `${JSON.stringify(files)}\n` });
    },
  },
};

/**
 * The fonts go out under the SIL Open Font License, whose second condition is that copyright and licence go with every
 * copy. The page is never served this file: it has no type (`electron/shell/protocol.ts`).
 */
const fontLicences: Plugin = {
  name: 'font-licences',
  generateBundle() {
    const fonts = resolve(root, 'node_modules/@fontsource');
    const parts = readdirSync(fonts)
      .sort()
      .map((font) => `${font}\n\n${readFileSync(resolve(fonts, font, 'LICENSE'), 'utf8').trim()}\n`);
    this.emitFile({ type: 'asset', fileName: 'font-licences.txt', source: parts.join('\n\n') });
  },
};

export default defineConfig({
  main: {
    build: {
      target: nodeTarget,
      outDir: resolve(root, 'out/main'),
      sourcemap: false,
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          main: resolve(root, 'electron/main.ts'),
          'queue-worker': resolve(root, 'electron/workers/queue-worker.ts'),
          'drive-reader': resolve(root, 'electron/workers/drive-reader.ts'),
          'hardware-service': resolve(root, 'electron/workers/hardware-service.ts'),
        },
        external: native,
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload is Chromium's, not Node's, and may require nothing but `electron`.
      target: nodeTarget,
      outDir: resolve(root, 'out/preload'),
      sourcemap: false,
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve(root, 'electron/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    base: './',
    plugins: [react(), fontLicences, listFiles],
    css: { postcss: { plugins: [dropWoff] } },
    build: {
      target: chromeTarget,
      outDir: resolve(root, 'out/renderer'),
      emptyOutDir: true,
      sourcemap: false,
      minify: true,
      // The content security policy allows fonts and scripts from the program itself only, not from data URLs.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: {
          index: resolve(root, 'renderer/index.html'),
          paper: resolve(root, 'renderer/paper/paper.html'),
        },
      },
    },
  },
});
