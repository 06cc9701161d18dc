import { describe, expect, test, vi } from 'vitest';
import { type Certified, testAuthority } from '../../testing/certificates.ts';
import { scriptedGateway } from '../../testing/scripted-gateway.ts';
import { testTerminal } from '../../testing/terminal.ts';
import { createHttpClient } from '../http-client.ts';

// Real sockets on a busy machine; nothing here waits by the clock.
vi.setConfig({ testTimeout: 30_000 });

const ours = testAuthority();
const foreign = testAuthority('Another Authority');

async function connection(tls: Certified, ca?: string): Promise<string> {
  const terminal = await testTerminal(ca === undefined ? { tls } : { tls, ca });
  terminal.agent.start();
  const id = terminal.keep();
  await terminal.asleep();
  expect(terminal.state(id)).toBe(terminal.connection() === 'online' ? 'accepted' : 'kept');
  return terminal.connection();
}

describe('who shows a certificate', () => {
  test('of the pinned authority, for its own name: the platform', async () => {
    expect(await connection(ours.certify(), ours.certificate)).toBe('online');
  });

  test.each([
    ['of an authority nobody trusts', ours.certify(), undefined],
    ['of another authority than the pinned one', foreign.certify(), ours.certificate],
    ['for another name', ours.certify({ host: 'gateway.example' }), ours.certificate],
    ['that has ended', ours.certify({ until: '210101000000Z' }), ours.certificate],
    ['that it signed itself', { key: foreign.key, certificate: foreign.certificate }, ours.certificate],
  ])('%s: not the platform, and nothing is sent to it', async (_, tls, ca) => {
    expect(await connection(tls, ca)).toBe('offline not-the-platform');
  });

  test('nobody, since it does not speak TLS at all: not the platform', async () => {
    const plain = await scriptedGateway();
    const client = createHttpClient(plain.url.replace('http:', 'https:'), { ca: ours.certificate });
    const { signal } = new AbortController();
    expect(await client.send({ method: 'GET', path: '/v1/health', signal })).toEqual({
      ok: false,
      code: 'not-the-platform',
    });
    client.close();
    await plain.close();
  });
});
