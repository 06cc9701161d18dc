import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { BrowserWindow, session, type Session, type WebContents } from 'electron';
import { z } from 'zod';
import { SCHEME, TYPES } from '../shell/protocol.ts';
import { lockDownSession } from '../shell/security.ts';
import { paperSize } from './paper-size.ts';
import { PARTITION, paperWindowOptions } from './paper-window-options.ts';
import type { PrintJob } from './printer-port.ts';

const HOST = 'paper';
const ORIGIN = `${SCHEME}://${HOST}`;
const PAGE = '/paper/paper.html';
/** Where the paper stands on its page. */
const PLACE = '<div id="paper"></div>';
/** Fonts and one stylesheet of our own; no script at all, not even ours. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Main looks at the page from a world of its own; the page itself has none. */
const WORLD = 999;
/** Waits for the fonts that the words need, then says how high it all is. Runs in `WORLD`. */
const MEASURE = `(async () => {
  document.body.getBoundingClientRect();
  await document.fonts.ready;
  return {
    height: document.querySelector('main').getBoundingClientRect().height,
    fontsFailed: [...document.fonts].some((font) => font.status === 'error'),
  };
})()`;
const measuredSchema = z.object({ height: z.number().positive(), fontsFailed: z.boolean() });

/** A paper on its page, ready to be printed. */
interface PaperOnPage {
  readonly contents: WebContents;
  /** Millimetres. */
  readonly size: { readonly width: number; readonly height: number };
}

/**
 * Lays papers out, one at a time: a window, a page and fonts of our own, gone as soon as `use` is over. The markup is
 * handed out once, to the page that asks for it.
 */
export function createPaperPages(
  manifest: ReadonlyMap<string, string>,
  refused: (what: string) => void,
): <Used>(job: PrintJob, signal: AbortSignal, use: (paper: PaperOnPage) => Promise<Used>) => Promise<Used> {
  let opened: Session | null = null;
  /** By the number of the job: handed out once. */
  const markup = new Map<string, string>();
  let jobs = 0;

  function paperSession(): Session {
    if (opened !== null) return opened;
    opened = session.fromPartition(PARTITION);
    lockDownSession(opened, refused, ORIGIN);
    opened.protocol.handle(SCHEME, async (request) => {
      const { host, pathname, search } = new URL(request.url);
      const path = manifest.get(pathname);
      if (request.method !== 'GET' || host !== HOST || path === undefined) {
        return new Response(null, { status: 404 });
      }
      return new Response(
        pathname === PAGE ? await page(path, search) : new Uint8Array(await readFile(path)),
        {
          headers: {
            'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
            'content-security-policy': CONTENT_SECURITY_POLICY,
            'x-content-type-options': 'nosniff',
            'cache-control': 'no-store',
          },
        },
      );
    });
    return opened;
  }

  async function page(path: string, job: string): Promise<string> {
    const template = await readFile(path, 'utf8');
    const content = markup.get(job) ?? '';
    markup.delete(job);
    return template.replace(PLACE, () => content);
  }

  return async (job, signal, use) => {
    paperSession();
    signal.throwIfAborted();
    const window = new BrowserWindow(paperWindowOptions());
    const close = (): void => {
      if (!window.isDestroyed()) window.destroy();
    };
    signal.addEventListener('abort', close);
    jobs += 1;
    const query = `?${String(jobs)}`;
    try {
      markup.set(query, job.html);
      const contents = window.webContents;
      await contents.loadURL(`${ORIGIN}${PAGE}${query}`);
      const measured = measuredSchema.parse(
        await contents.executeJavaScriptInIsolatedWorld(WORLD, [{ code: MEASURE }]),
      );
      // Boxes in the place of characters are worse than no paper.
      if (measured.fontsFailed) throw new Error('a font of the paper did not load');
      return await use({ contents, size: paperSize(job.output, measured.height) });
    } finally {
      markup.delete(query);
      signal.removeEventListener('abort', close);
      close();
    }
  };
}
