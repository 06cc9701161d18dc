import { createServer, type IncomingMessage, request as forward, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Something that answers in the gateway's place, or passes on. */
export interface MiddleBox {
  readonly url: string;
  /** Requests that have no answer yet. */
  readonly underWay: number;
  readonly requests: number;
  close(): Promise<void>;
}

/** Looks at a request before it is passed on; true when it has answered. */
export type Interceptor = (request: IncomingMessage, response: ServerResponse) => boolean;

/** An HTTP server before the gateway, for answers that the gateway itself gives only under load. */
export async function startMiddleBox(target: string, intercept: Interceptor): Promise<MiddleBox> {
  let underWay = 0;
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    underWay += 1;
    response.on('close', () => (underWay -= 1));
    if (intercept(request, response)) {
      request.resume();
      return;
    }
    const { method, headers, url = '/' } = request;
    const onward = forward(
      new URL(url, target),
      { ...(method === undefined ? {} : { method }), headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    get underWay() {
      return underWay;
    },
    get requests() {
      return requests;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
