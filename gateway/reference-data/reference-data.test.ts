import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import {
  MOST_REFERENCE_DATA_CHARACTERS,
  referenceDataResponseSchema,
  verifyReferenceData,
} from '../../domain/reference-data/wire.ts';
import { demoStaff } from '../demo-staff.ts';
import { enrolTerminal } from '../enrolment.ts';
import type { GatewayApp } from '../http/gateway-app.ts';
import { createTerminalGuard } from '../http/terminal-guard.ts';
import { addKey, revokeKey } from '../keys/rotate.ts';
import { type GatewayParts, openGatewayParts } from '../parts.ts';
import { NOW, temporaryFolder } from '../testing/gateway.ts';
import { bundle } from './bundle.fixture.ts';
import { type BundleStore, createBundleStore } from './bundle-store.ts';
import { publishReferenceData } from './publication.ts';
import { addReferenceDataRoute } from './routes.ts';

const BUILT_IN = EMBEDDED_REFERENCE_DATA.version;

let folder: ReturnType<typeof temporaryFolder>;
let dataDir: string;
let parts: GatewayParts;
let bundles: BundleStore;
let app: GatewayApp;
let credential: string;

beforeEach(async () => {
  folder = temporaryFolder();
  dataDir = join(folder.path, 'data');
  const now = () => new Date(NOW);
  const opened = await openGatewayParts({ dataDir, now });
  if (!opened.ok) throw new Error(opened.code);
  parts = opened.value;
  const enrolled = await enrolTerminal({
    dataDir,
    terminalId: 'K0127',
    gatewayUrl: 'http://127.0.0.1:1',
    staff: await demoStaff(),
    now,
  });
  if (!enrolled.ok) throw new Error(enrolled.code);
  ({ credential } = enrolled.value);
  bundles = createBundleStore(parts.database);
  app = Fastify() as unknown as GatewayApp;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  addReferenceDataRoute(app, parts, createTerminalGuard(parts.store, parts.mode));
});
afterEach(async () => {
  await app.close();
  parts.close();
  folder.remove();
});

function get(query: string, authorization = `Bearer ${credential}`) {
  return app.inject({ method: 'GET', url: `/v1/reference-data${query}`, headers: { authorization } });
}

async function answered(held: number) {
  const answer = await get(`?newer-than=${String(held)}`);
  expect(answer.statusCode).toBe(200);
  return referenceDataResponseSchema.parse(answer.json());
}

async function verified(jws: string | null) {
  return verifyReferenceData(jws ?? '', (await parts.keys.current()).document);
}

function publish(content: unknown) {
  return publishReferenceData(bundles, content, NOW);
}

describe('a terminal asks for reference data', () => {
  it('and has what there is: nothing travels', async () => {
    expect(await answered(BUILT_IN)).toEqual({ version: BUILT_IN, referenceData: null });
  });

  it('with an older release: it gets what is built in here', async () => {
    const { referenceData } = await answered(0);
    expect(await verified(referenceData)).toMatchObject({ ok: true, value: { version: BUILT_IN } });
  });

  it('and gets the newest that was published, signed and dated now, once', async () => {
    expect(await publish(bundle(BUILT_IN + 1, '2000 0001'))).toEqual({ ok: true, value: BUILT_IN + 1 });
    expect(await publish(bundle(BUILT_IN + 4, '2000 0004'))).toEqual({ ok: true, value: BUILT_IN + 4 });
    const { version, referenceData } = await answered(BUILT_IN);
    expect(version).toBe(BUILT_IN + 4);
    expect(await verified(referenceData)).toEqual({
      ok: true,
      value: { ...bundle(BUILT_IN + 4, '2000 0004'), issuedAt: NOW },
    });
    expect(await answered(version)).toEqual({ version, referenceData: null });
  });

  it('and gets the very same signature until the keys change, then one under a key in force', async () => {
    await publish(bundle(BUILT_IN + 1));
    const first = await answered(BUILT_IN);
    expect(await answered(BUILT_IN)).toEqual(first);
    const old = (await parts.keys.current()).document.keys.find(({ use }) => use === 'reference-data');
    expect(await addKey({ dataDir, use: 'reference-data', now: () => new Date(NOW) })).toMatchObject({
      ok: true,
    });
    expect(await revokeKey({ dataDir, kid: old?.kid ?? '' })).toMatchObject({ ok: true });
    const second = await answered(BUILT_IN);
    expect(await verified(first.referenceData)).toMatchObject({ ok: false, code: 'key-revoked' });
    expect(await verified(second.referenceData)).toMatchObject({ ok: true });
  });

  it('while no key is in force: it is to come again', async () => {
    await publish(bundle(BUILT_IN + 1));
    const key = (await parts.keys.current()).document.keys.find(({ use }) => use === 'reference-data');
    await revokeKey({ dataDir, kid: key?.kid ?? '' });
    const answer = await get(`?newer-than=${String(BUILT_IN)}`);
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ code: 'busy' });
  });

  it('without its credential, or for no version at all, and is refused', async () => {
    expect((await get('', 'Bearer nobody')).statusCode).toBe(401);
    expect((await get('?newer-than=-1')).statusCode).toBe(400);
    expect((await get('?newer-than=x')).statusCode).toBe(400);
  });
});

describe('somebody publishes reference data', () => {
  it.each<[string, unknown, object]>([
    ['of the version that is built in', bundle(BUILT_IN), { code: 'version-not-newer' }],
    ['of the version that is published', bundle(BUILT_IN + 2), { code: 'version-not-newer' }],
    ['of an older version', bundle(BUILT_IN + 1), { code: 'version-not-newer' }],
    ['that is none', null, { code: 'reference-data-malformed', params: { place: '' } }],
    [
      'without contacts',
      { ...bundle(BUILT_IN + 3), contacts: undefined },
      { code: 'reference-data-malformed', params: { place: 'contacts' } },
    ],
    [
      'without a fund',
      { ...bundle(BUILT_IN + 3), funds: [] },
      { code: 'reference-data-broken-rule', params: { rule: 'fund-missing', place: 'schemes.0' } },
    ],
  ])('%s, and is refused; the old one stays', async (_what, content, refusal) => {
    await publish(bundle(BUILT_IN + 2));
    expect(await publish(content)).toEqual({ ok: false, ...refusal });
    expect((await answered(BUILT_IN)).version).toBe(BUILT_IN + 2);
  });

  it('that no terminal could read in one answer, and is told how large it is', async () => {
    const data = bundle(BUILT_IN + 1);
    const [fund] = data.funds;
    if (fund === undefined) throw new Error('no fund');
    const many = Array.from({ length: 700 }, (_, index) => ({ ...fund, code: `X${String(index)}X` }));
    expect(await publish({ ...data, funds: [...data.funds, ...many] })).toMatchObject({
      ok: false,
      code: 'reference-data-too-large',
      params: { most: MOST_REFERENCE_DATA_CHARACTERS },
    });
  });

  it('twice at once: one of them counts', async () => {
    const both = await Promise.all([publish(bundle(BUILT_IN + 1)), publish(bundle(BUILT_IN + 1))]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
