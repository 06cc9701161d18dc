import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { type Protocol, protocol } from 'electron';
import { z } from 'zod';

export const SCHEME = 'app';
export const ORIGIN = 'app://terminal';
export const START_URL = `${ORIGIN}/index.html`;

/** What a file is, by its ending. */
export const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** hardening.md §1 row 7: nothing but our own files, no connections at all, no inline script or style. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

/** Must run before Electron is ready. `stream`: a recorded notice is played as it is read. Not `bypassCSP`, no `corsEnabled`, no fetch support. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, stream: true } },
  ]);
}

/** The list that the build writes beside the page (`electron.vite.config.ts`). */
const FILE_LIST = 'files.json';

/** Every file the page may load, by its path in the URL. Looked up, never computed from a request (hardening.md §1 row 18). */
export function manifestOf(folder: string): ReadonlyMap<string, string> {
  const files = z.array(z.string()).parse(JSON.parse(readFileSync(join(folder, FILE_LIST), 'utf8')));
  return new Map(
    files.filter((file) => extname(file) in TYPES).map((file) => [`/${file}`, join(folder, file)]),
  );
}

/** A recorded notice that was checked just now against the digest that was signed. */
export interface PlayableSound {
  readonly type: 'audio/wav' | 'audio/ogg';
  readonly bytes: Uint8Array;
}

const SOUND_PATH = /^\/sound\/([A-Za-z0-9_-]{43})$/;

/**
 * Serves the renderer's files to the given session, and recorded notices by their digest.
 * @param soundOf null for what is not to be played: nothing of a request is ever put into a path
 */
export function serveApp(
  sessionProtocol: Protocol,
  manifest: ReadonlyMap<string, string>,
  soundOf: (digest: string) => PlayableSound | null = () => null,
): void {
  sessionProtocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url);
    const path = manifest.get(url.pathname);
    const named = SOUND_PATH.exec(url.pathname)?.[1];
    if (named !== undefined && request.method === 'GET' && url.host === 'terminal') {
      return soundAnswer(soundOf(named), request.headers.get('range'));
    }
    if (request.method !== 'GET' || url.host !== 'terminal' || path === undefined) {
      return new Response(null, { status: 404 });
    }
    return new Response(await readFile(path), {
      headers: {
        'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      },
    });
  });
}

/** Chromium asks for a recording in ranges, and cannot go back to its beginning where it gets none. */
function soundAnswer(sound: PlayableSound | null, range: string | null): Response {
  if (sound === null) return new Response(null, { status: 404 });
  const { bytes, type } = sound;
  const asked = /^bytes=(\d+)-(\d*)$/.exec(range ?? '');
  const from = Number(asked?.[1] ?? 0);
  const last = asked?.[2] === undefined || asked[2] === '' ? bytes.length - 1 : Number(asked[2]);
  const to = Math.min(last, bytes.length - 1);
  if (from > to) return new Response(null, { status: 416 });
  const part = new Uint8Array(bytes.subarray(from, to + 1));
  return new Response(part, {
    status: asked === null ? 200 : 206,
    headers: {
      'content-type': type,
      'content-length': String(part.length),
      'accept-ranges': 'bytes',
      ...(asked === null
        ? {}
        : { 'content-range': `bytes ${String(from)}-${String(to)}/${String(bytes.length)}` }),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}
