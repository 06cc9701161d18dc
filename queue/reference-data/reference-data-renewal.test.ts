import { describe, expect, test } from 'vitest';
import type { Failure, Result } from '../../domain/result.ts';
import type { Call } from '../sync/exchange/gateway-client.ts';
import { createReferenceDataRenewal } from './reference-data-renewal.ts';

const HOUR = 3_600_000;
type Offered = Result<
  'taken' | 'waiting',
  Failure<'reference-data-not-trusted' | 'reference-data-not-newer'>
>;

/** A terminal that holds version 3, and a platform that answers as it is told. */
function terminal() {
  const state = {
    uptime: 0,
    held: 3,
    keysFetched: 0,
    troubles: 0,
    asked: [] as string[],
    /** What the platform answers; null while it cannot be reached. */
    answer: null as { version: number; referenceData: string | null } | null,
    offer: (): Offered => ({ ok: true, value: 'taken' }),
  };
  const renewal = createReferenceDataRenewal({
    referenceData: {
      newestVersion: () => state.held,
      offer: () => Promise.resolve(state.offer()),
    },
    gateway: {
      call: <T>({ path, schema }: Call<T>) => {
        state.asked.push(path);
        return Promise.resolve({
          verdict:
            state.answer === null
              ? { kind: 'no-network' as const }
              : { kind: 'answered' as const, body: schema.parse(state.answer) },
          wait: null,
          took: 1,
          late: false,
        });
      },
    },
    gate: { troubled: () => (state.troubles += 1), jitter: (attempt) => attempt * 1_000 },
    trust: {
      refreshKeys: () => {
        state.keysFetched += 1;
        return Promise.resolve();
      },
    },
    interval: 6 * HOUR,
    uptime: () => state.uptime,
    retryCap: 60_000,
  });
  return { state, renewal };
}

describe('the platform has reference data', () => {
  test('as new as ours: it is not asked for it', () => {
    const { renewal } = terminal();
    expect([2, 3].map((version) => renewal.due(version))).toEqual([false, false]);
  });

  test('that is newer: it is fetched once, and only what is newer than ours', async () => {
    const { state, renewal } = terminal();
    expect(renewal.due(4)).toBe(true);
    state.answer = { version: 4, referenceData: 'a.b.c' };
    state.offer = () => {
      state.held = 4;
      return { ok: true, value: 'taken' };
    };
    await renewal.fetch();
    expect(state.asked).toEqual(['/v1/reference-data?newer-than=3']);
    expect(renewal.due(4)).toBe(false);
    expect(renewal.due(5)).toBe(true);
  });

  test('nowhere, for its gateway is older: it is not asked for it', () => {
    expect(terminal().renewal.due(null)).toBe(false);
  });

  test('under a key that we do not know yet: the keys are fetched and the same answer counts', async () => {
    const { state, renewal } = terminal();
    state.answer = { version: 4, referenceData: 'a.b.c' };
    state.offer = () => {
      if (state.keysFetched === 0) return { ok: false, code: 'reference-data-not-trusted' };
      state.held = 4;
      return { ok: true, value: 'taken' };
    };
    await renewal.fetch();
    expect(state.held).toBe(4);
    expect(state.asked).toHaveLength(1);
  });

  test('that we refuse: the same version is not fetched with every look, a newer one is', async () => {
    const { state, renewal } = terminal();
    state.answer = { version: 4, referenceData: 'a.b.c' };
    state.offer = () => ({ ok: false, code: 'reference-data-not-trusted' });
    await renewal.fetch();
    expect(renewal.due(4)).toBe(false);
    expect(renewal.due(5)).toBe(true);
    state.uptime = 6 * HOUR;
    expect(renewal.due(4)).toBe(true);
  });

  test('and the way to it breaks: asked again later, each time a little later', async () => {
    const { state, renewal } = terminal();
    await renewal.fetch();
    expect(state.troubles).toBe(1);
    expect(renewal.due(4)).toBe(false);
    state.uptime = 1_000;
    expect(renewal.due(4)).toBe(true);
    await renewal.fetch();
    state.uptime = 2_999;
    expect(renewal.due(4)).toBe(false);
    state.uptime = 3_000;
    expect(renewal.due(4)).toBe(true);
  });
});
