import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

/** A hotel's or a shop's network before somebody has agreed to its terms: its own answer, whatever was asked for. */
export interface CaptivePortal {
  readonly url: string;
  readonly asked: number;
  close(): Promise<void>;
}

const PAGE =
  '<!doctype html><html><body><h1>Welcome to Free Wi-Fi</h1><a href="/agree">Agree</a></body></html>';
/** Has the shape of a signed receipt. */
const UNSIGNED = 'eyJhbGciOiJub25lIn0.e30.AAAA';

/** Ways in which others answer. `impostor` speaks our contract to the letter and has no key. */
export const PORTAL_MANNERS = ['page', 'redirect', 'empty', 'impostor'] as const;
export type PortalManner = (typeof PORTAL_MANNERS)[number];

const sentSchema = z.object({ items: z.array(z.object({ envelope: z.object({ id: z.string() }) })) });

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

const ANSWERS: Readonly<Record<PortalManner, Answer>> = {
  page: (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE),
  redirect: (_, response) => void response.writeHead(302, { location: 'http://127.0.0.1:9/login' }).end(),
  empty: (_, response) => void response.writeHead(200).end(),
  impostor: pretend,
};

async function pretend(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let text = '';
  for await (const bytes of request) text += String(bytes);
  const drain = { afterMs: 0, batch: 50 };
  const taken = { receipt: UNSIGNED, outcome: { state: 'accepted' } };
  const sent = sentSchema.safeParse(text === '' ? null : JSON.parse(text));
  const items = sent.success ? sent.data.items : [];
  const bodies: Readonly<Record<string, unknown>> = {
    '/v1/health': { service: 'empf-gateway', now: new Date().toISOString(), keyDocumentVersion: 1, drain },
    '/v1/submissions': taken,
    '/v1/batches': {
      results: items.map(({ envelope: { id } }) => ({ taken: true, id, response: taken })),
      drain,
    },
  };
  const body = bodies[(request.url ?? '').split('?')[0] ?? ''] ?? { keyDocument: UNSIGNED, page: UNSIGNED };
  const status = request.url === '/v1/submissions' ? 201 : 200;
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

export async function startCaptivePortal(manner: PortalManner): Promise<CaptivePortal> {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    if (manner !== 'impostor') request.resume();
    void ANSWERS[manner](request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    get asked() {
      return asked;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
