import { describe, expect, test, vi } from 'vitest';
import { createHttpClient, isAllowedProxy } from '../http-client.ts';
import { testAuthority } from '../../testing/certificates.ts';
import { testProxy } from '../../testing/proxy.ts';
import { testTerminal, type TestTerminal } from '../../testing/terminal.ts';

// Real sockets on a busy machine; nothing here waits by the clock.
vi.setConfig({ testTimeout: 30_000 });

const authority = testAuthority();

/** Two ways of going through a proxy: a tunnel for https, whole addresses for the http of a gateway on this machine. */
const WAYS = [
  ['https, by a tunnel', true],
  ['http on this machine, by whole addresses', false],
] as const;

function terminalBehind(proxy: string, secure: boolean): Promise<TestTerminal> {
  return testTerminal(secure ? { proxy, tls: authority.certify(), ca: authority.certificate } : { proxy });
}

describe.each(WAYS)('the terminal goes through a proxy: %s', (_, secure) => {
  test('submissions and files arrive, and nothing goes past the proxy', async () => {
    const proxy = await testProxy();
    const terminal = await terminalBehind(proxy.url, secure);
    terminal.agent.start();
    const file = terminal.keepWithFile();
    await terminal.until(() => terminal.fileState(file) === 'received');
    const { host } = new URL(terminal.gateway.url);
    expect(proxy.log.length).toBeGreaterThan(0);
    if (secure) expect(new Set(proxy.log)).toEqual(new Set([`CONNECT ${host}`]));
    else expect(proxy.log).toHaveLength(terminal.gateway.log.length);
  });

  test('one that wants a password gets it', async () => {
    const proxy = await testProxy();
    proxy.credentials = 'terminal:s3cret';
    const address = proxy.url.replace('http://', 'http://terminal:s3cret@');
    const terminal = await terminalBehind(address, secure);
    terminal.agent.start();
    const id = terminal.keep();
    await terminal.until(() => terminal.state(id) === 'accepted');
  });

  test.each([
    ['wants a password that we do not have', 407],
    ['filters', 403],
    ['redirects', 302],
  ])('one that %s is not the platform, and nothing is lost', async (__, status) => {
    const proxy = await testProxy();
    if (status === 407) proxy.credentials = 'terminal:s3cret';
    else proxy.refuse = { status, type: 'text/html', body: '<html>' };
    const terminal = await terminalBehind(proxy.url, secure);
    terminal.agent.start();
    const id = terminal.keep();
    await terminal.asleep();
    expect(terminal.connection()).toBe('offline not-the-platform');
    expect(terminal.state(id)).toBe('kept');
    proxy.credentials = null;
    proxy.refuse = null;
    await terminal.sleepUntil(() => terminal.state(id) === 'accepted');
  });

  test('nothing listens where the proxy should be: no network', async () => {
    const proxy = await testProxy();
    await proxy.close();
    const terminal = await terminalBehind(proxy.url, secure);
    terminal.agent.start();
    const id = terminal.keep();
    await terminal.asleep();
    expect(terminal.connection()).toBe('offline no-network');
    expect(terminal.state(id)).toBe('kept');
  });

  test('the gateway is gone behind it: kept, and sent when it is back', async () => {
    const proxy = await testProxy();
    const terminal = await terminalBehind(proxy.url, secure);
    await terminal.gateway.down();
    terminal.agent.start();
    const id = terminal.keep();
    await terminal.asleep();
    // In the whole-address form the proxy's 502 looks like the gateway's own.
    expect(terminal.connection()).toBe(secure ? 'offline no-network' : 'offline platform-busy');
    await terminal.gateway.up();
    await terminal.sleepUntil(() => terminal.state(id) === 'accepted');
  });

  test('one that never answers: given up after the deadline, and the agent can stop', async () => {
    const proxy = await testProxy();
    proxy.silent = true;
    const terminal = await terminalBehind(proxy.url, secure);
    terminal.agent.start();
    await terminal.until(() => proxy.log.length > 0 || terminal.clock.timers().includes(30_000));
    terminal.clock.advance(30_000);
    await terminal.asleep();
    expect(terminal.connection()).toBe('offline no-network');
    await terminal.agent.stop();
  });
});

describe('what a proxy says about itself is not what the platform says', () => {
  test('a tunnel refused with a typed problem parks nothing', async () => {
    const proxy = await testProxy();
    const terminal = await terminalBehind(proxy.url, true);
    terminal.agent.start();
    await terminal.asleep();
    const body = JSON.stringify({ type: 'about:blank', title: 'no', status: 422, code: 'payload-invalid' });
    proxy.refuse = { status: 422, type: 'application/problem+json', body };
    await terminal.gateway.down();
    await terminal.gateway.up();
    const id = terminal.keep();
    await terminal.sleepUntil(() => terminal.connection() === 'offline not-the-platform');
    expect(terminal.state(id)).toBe('kept');
    proxy.refuse = null;
    await terminal.sleepUntil(() => terminal.state(id) === 'accepted');
  });
});

describe('where a proxy may be', () => {
  test.each(['http://proxy.example:3128', 'https://user:secret@proxy.example', 'http://10.0.0.1:8080'])(
    '%s',
    (address) => {
      expect(isAllowedProxy(address)).toBe(true);
      createHttpClient('https://gateway.example', { proxy: address }).close();
    },
  );

  test.each(['socks5://proxy.example', 'proxy.example:3128', 'file:///etc', ''])('not %s', (address) => {
    expect(isAllowedProxy(address)).toBe(false);
    expect(() => createHttpClient('https://gateway.example', { proxy: address })).toThrow(RangeError);
  });
});
