import { createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startCaptivePortal } from './captive-portal.ts';
import { startHttpProxy } from './http-proxy.ts';
import { startMiddleBox } from './middle-box.ts';
import { startWeatherProxy, type WeatherProxy } from './proxy.ts';
import type { Weather } from './weather.ts';

const BODY = 'x'.repeat(10_000);
let server: Server;
let target = '';
let answered = 0;
let proxy: WeatherProxy | null = null;

beforeEach(async () => {
  answered = 0;
  server = createServer((_, response) => {
    answered += 1;
    response.end(BODY);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  target = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterEach(async () => {
  await proxy?.close();
  proxy = null;
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function through(weather: Partial<Weather>): Promise<WeatherProxy> {
  proxy = await startWeatherProxy({ target, weather });
  return proxy;
}

/** The length of the answer, or the code of the error. */
function ask(url: string, signal?: AbortSignal): Promise<number | string> {
  return new Promise((resolve) => {
    const request = get(url, { agent: false, ...(signal === undefined ? {} : { signal }) }, (response) => {
      let length = 0;
      response.on('data', (bytes: Buffer) => (length += bytes.byteLength));
      response.on('end', () => resolve(length));
      response.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.name));
    });
    request.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.name));
  });
}

test.each<Partial<Weather>>([
  {},
  { latency: 5, jitter: 5 },
  { slice: 700 },
  { bandwidth: 2_000_000 },
  { slowClose: 5 },
])('in %j the answer comes through whole', async (weather) => {
  const { url } = await through(weather);
  expect(await ask(url)).toBe(BODY.length);
});

test.each<Partial<Weather>>([{ replyLimit: 3_000 }, { replyLimit: 1 }, { refuse: 1 }])(
  'in %j the connection is reset',
  async (weather) => {
    const { url } = await through(weather);
    expect(await ask(url)).toBe('ECONNRESET');
  },
);

test('a request that is cut off never reaches the other side whole', async () => {
  const { url } = await through({ requestLimit: 10 });
  expect(await ask(url)).toBe('ECONNRESET');
  expect(answered).toBe(0);
});

test('a lost reply was answered all the same', async () => {
  const { url } = await through({ blackHole: 'replies' });
  expect(await ask(url, AbortSignal.timeout(300))).toBe('ABORT_ERR');
  expect(answered).toBe(1);
});

test('down refuses, up takes again at the same address', async () => {
  const wire = await through({});
  await wire.down();
  expect(await ask(wire.url)).toBe('ECONNREFUSED');
  await wire.up();
  expect(await ask(wire.url)).toBe(BODY.length);
});

test('a reset breaks what is under way, and a gateway that moved is found', async () => {
  const waiting = await through({ blackHole: 'replies' });
  const asked = ask(waiting.url);
  while (answered === 0) await new Promise((resolve) => setImmediate(resolve));
  waiting.reset();
  expect(await asked).toBe('ECONNRESET');
  waiting.setWeather({});
  waiting.setTarget(target);
  expect(await ask(waiting.url)).toBe(BODY.length);
});

test('a captive portal answers in the place of whoever was asked', async () => {
  const portal = await startCaptivePortal('page');
  const response = await fetch(`${portal.url}/v1/health`);
  expect([response.status, response.headers.get('content-type'), portal.asked]).toEqual([
    200,
    'text/html',
    1,
  ]);
  await portal.close();
});

test('an HTTP proxy forwards whole addresses and nothing else', async () => {
  const company = await startHttpProxy();
  const { hostname: host, port } = new URL(company.url);
  const forwarded = await new Promise<number>((resolve) => {
    get({ host, port, path: `${target}/`, agent: false }, (response) =>
      resolve(response.resume().statusCode ?? 0),
    );
  });
  expect([forwarded, await ask(company.url), company.forwarded]).toEqual([200, 0, 1]);
  await company.close();
});

test('a middle box answers by itself or passes on', async () => {
  let busy = true;
  const box = await startMiddleBox(target, (_, response) => {
    if (busy) response.writeHead(503).end();
    return busy;
  });
  expect(await ask(box.url)).toBe(0);
  busy = false;
  expect(await ask(box.url)).toBe(BODY.length);
  await box.close();
});
