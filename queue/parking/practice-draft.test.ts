import { expect, test } from 'vitest';
import { type Draft, draftExpiry } from '../../domain/parking/draft.ts';
import { parkedDraft } from '../../domain/parking/draft.fixture.ts';
import { parseResumeCode, RESUME_RANDOM_BYTES, resumeCodeFrom } from '../../domain/parking/resume-code.ts';
import type { StoredDraft } from '../../domain/parking/wire.ts';
import { PRACTICE_MODE, type PracticeMark } from '../../domain/practice/practice-terminal.ts';
import { fail, ok } from '../../domain/result.ts';
import { testQueue } from '../store/testing/queues.ts';
import { good } from '../testing/values.ts';
import { draftKeyOf, sealDraft } from './draft-sealing.ts';
import { createParking } from './parking.ts';

const NUMBER = 'A9081727';
const RANDOM = new Uint8Array(RESUME_RANDOM_BYTES).fill(0xa7);
/** One secret on two slips: the bit that says practice is changed, as a forger or a fault would. */
const SLIP = { live: resumeCodeFrom(RANDOM, false), practice: resumeCodeFrom(RANDOM, true) } as const;
const draft = parkedDraft();

type Mode = keyof typeof SLIP;
const other = (mode: Mode): Mode => (mode === 'live' ? 'practice' : 'live');
const refusalOf = (mode: Mode) => (mode === 'practice' ? 'live-slip' : 'practice-slip');
const markOf = (mode: Mode): PracticeMark => (mode === 'practice' ? { mode: PRACTICE_MODE } : {});

/** A terminal of that mode; the platform behind it gives out what is put there, whatever it should do. */
function terminal(mode: Mode, given: StoredDraft | null = null) {
  const store = testQueue();
  const parking = createParking({
    practice: mode === 'practice',
    queue: store.queue,
    courier: {
      upload: () => Promise.resolve(false),
      fetch: () => Promise.resolve(given === null ? fail('not-found') : ok(given)),
      look: () => undefined,
      hold: () => Promise.resolve(fail('offline')),
      release: () => Promise.resolve(),
    },
    now: () => store.time.at,
  });
  return { store, parking };
}

function sealed(mode: Mode, change: Partial<Draft> = {}) {
  const { store } = terminal(mode);
  const code = parseResumeCode(SLIP.live);
  if (code === null) throw new Error('no code');
  return good(sealDraft({ ...draft, ...markOf(mode), ...change }, code, NUMBER, draftExpiry(store.time.at)));
}

test.each(['live', 'practice'] as const)(
  'parked in %s mode it opens there, and says what it is',
  async (mode) => {
    const { parking, store } = terminal(mode);
    good(await parking.park({ code: SLIP[mode], draft, number: NUMBER, replaces: null }));
    expect(good(await parking.takeUp({ code: SLIP[mode], number: NUMBER }))).toEqual({
      ...draft,
      ...markOf(mode),
    });
    expect(good(store.queue.drafts.untold())).toHaveLength(1);
  },
);

test.each(['live', 'practice'] as const)(
  'a %s terminal refuses the other mode’s draft by what is sealed in it, even with a slip that claims to be its own',
  async (mode) => {
    const { parking, store } = terminal(mode);
    good(store.queue.drafts.keep(sealed(other(mode))));
    expect(await parking.takeUp({ code: SLIP[mode], number: NUMBER })).toEqual({
      ok: false,
      code: refusalOf(mode),
    });
    // Not its own document: nobody is told even that.
    expect(await parking.takeUp({ code: SLIP[mode], number: 'K5519031' })).toMatchObject({ ok: false });
  },
);

test.each(['live', 'practice'] as const)(
  'a %s terminal refuses what a platform gives it by the mark outside, and by the one inside when that was taken off',
  async (mode) => {
    const { key: _key, sealed: bytes, ...facts } = sealed(other(mode));
    const stored = { ...facts, sealed: Buffer.from(bytes).toString('base64url') };
    const refused = { ok: false, code: refusalOf(mode) };
    for (const given of [
      { ...stored, ...markOf(other(mode)) },
      { ...stored, ...markOf(mode) },
    ]) {
      const { parking } = terminal(mode, given);
      expect(await parking.takeUp({ code: SLIP[mode], number: NUMBER })).toEqual(refused);
    }
  },
);

test('neither parks under a slip of the other', async () => {
  for (const mode of ['live', 'practice'] as const) {
    const { parking, store } = terminal(mode);
    const parked = await parking.park({ code: SLIP[other(mode)], draft, number: NUMBER, replaces: null });
    expect(parked).toMatchObject({ ok: false });
    const code = parseResumeCode(SLIP.live);
    expect(good(store.queue.drafts.get(code === null ? '' : draftKeyOf(code)))).toBeNull();
  }
});
