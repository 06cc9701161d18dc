import { expect, test } from 'vitest';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import { ok } from '../../domain/result.ts';
import { createReferenceDataTeller } from './reference-data-teller.ts';

/** A store whose data in force, and those that an offer brings, are as a test says. */
function told() {
  const versions: number[] = [];
  const state = { current: EMBEDDED_REFERENCE_DATA, offered: EMBEDDED_REFERENCE_DATA };
  const teller = createReferenceDataTeller(
    {
      current: () => state.current,
      newestVersion: () => state.current.version,
      offer: () => {
        state.current = state.offered;
        return Promise.resolve(ok('taken'));
      },
    },
    ({ version }) => versions.push(version),
  );
  return { state, teller, versions };
}

test('at the start: what is in force is told once, however often it is looked', () => {
  const { teller, versions } = told();
  teller.look();
  teller.look();
  expect(versions).toEqual([EMBEDDED_REFERENCE_DATA.version]);
});

test('the day of a waiting bundle begins: it is told with the next look', () => {
  const { state, teller, versions } = told();
  teller.look();
  state.current = { ...EMBEDDED_REFERENCE_DATA, version: 9 };
  teller.look();
  expect(versions).toEqual([EMBEDDED_REFERENCE_DATA.version, 9]);
});

test('the platform sends: what came into force is told at once, and what changed nothing is not', async () => {
  const { state, teller, versions } = told();
  teller.look();
  await teller.offer('a.b.c');
  state.offered = { ...EMBEDDED_REFERENCE_DATA, version: 9 };
  await teller.offer('d.e.f');
  expect(versions).toEqual([EMBEDDED_REFERENCE_DATA.version, 9]);
});
