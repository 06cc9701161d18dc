import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { HttpProxyAgent } from 'http-proxy-agent';
import { HttpsProxyAgent } from 'https-proxy-agent';

export interface RouteOptions {
  /** The gateway speaks https. */
  readonly secure: boolean;
  readonly proxy: string | null;
  /** Milliseconds after which a connection nobody uses is closed. */
  readonly idle: number;
  /** Ends connections to the proxy that are not a request's yet; the agent does not know them. */
  readonly closing: AbortSignal;
}

/**
 * The connections to the gateway: direct, through a tunnel (CONNECT) for https, or by the proxy's absolute form for the
 * http of a gateway on this machine. They are kept open between requests.
 */
export function createAgent(options: RouteOptions): HttpAgent {
  const agent: HttpAgent & { readonly options?: { timeout?: number } } = agentOf(options);
  // After the construction, since a tunnel's agent throws its options away.
  if (agent.options !== undefined) agent.options.timeout = options.idle;
  return agent;
}

function agentOf({ secure, proxy, closing }: RouteOptions): HttpAgent {
  if (proxy === null)
    return secure ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true });
  const options = { keepAlive: true, signal: closing };
  return secure ? new HttpsProxyAgent(proxy, options) : new HttpProxyAgent(proxy, options);
}

/** Closes connections that wait for a request: where one broke without a word, its neighbours have, too. */
export function closeIdle(agent: HttpAgent): void {
  for (const sockets of Object.values(agent.freeSockets)) {
    for (const socket of sockets ?? []) socket.destroy();
  }
}

/** A proxy that cannot reach the gateway is like no network. */
const UNREACHABLE = new Set([502, 503, 504]);

/** What the proxy's answer to CONNECT means; null when the tunnel is there. */
export function connectVerdict(status: number): 'no-network' | 'not-the-platform' | null {
  if (status === 200) return null;
  return UNREACHABLE.has(status) ? 'no-network' : 'not-the-platform';
}
