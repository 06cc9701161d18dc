import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { originalDigests } from '../../domain/notices/originals.ts';
import { isConsent, type OwnLanguage, type PutText } from '../../domain/notices/own-language.ts';
import { TRANSLATED_PARTS, translationDigest } from '../../domain/notices/translation.ts';
import { noticeSoundResponseSchema, SOUND_PIECE_BYTES } from '../../domain/notices/wire.ts';
import { sampleTranslation } from '../../domain/notices/translations.fixture.ts';
import type { RegistrationPayload } from '../../domain/registration/payload.ts';
import { type GatewayParts, openGatewayParts } from '../parts.ts';
import { outcomeIn } from '../testing/answers.ts';
import { startTestGateway, type TestGateway } from '../testing/gateway.ts';
import { ADULT_01, adultNumber } from '../testing/people.ts';
import { readSound } from './read-files.ts';
import { wavOf } from './sound-files.fixture.ts';

const AT = '2026-11-22T03:04:00.000Z';
const BEFORE = '2026-11-01T00:00:00.000Z';

let gateway: TestGateway;
let parts: GatewayParts;
beforeEach(async () => {
  gateway = await startTestGateway();
  const opened = await openGatewayParts({ dataDir: gateway.dataDir });
  if (!opened.ok) throw new Error(opened.code);
  parts = opened.value;
});
afterEach(async () => {
  parts.close();
  await gateway.stop();
});

const bytes = wavOf(16);
const read = readSound(bytes);
const sound = read.ok ? read.value : null;
const NEPALI = TRANSLATED_PARTS.map((part) => sampleTranslation('ne', part, { sound }));

async function signOff(): Promise<void> {
  for (const one of NEPALI) await parts.store.addTranslation(one, bytes, BEFORE);
}

function put(part: (typeof TRANSLATED_PARTS)[number], change: Partial<PutText> = {}): PutText {
  const translation = NEPALI.find((one) => one.part === part) ?? sampleTranslation('ne', part);
  return {
    part,
    translation: translationDigest(translation),
    original: originalDigests(part)['zh-Hant'],
    ...{ way: 'heard', played: 'whole', shownToEnd: false, at: AT },
    ...(isConsent(part) ? { agreed: part === 'mpf-education' } : {}),
    ...change,
  };
}

/** A registration that was put in Nepali; `change` touches one of the texts. */
function registration(
  change: Partial<Record<(typeof TRANSLATED_PARTS)[number], Partial<PutText>>> = {},
  consents: Partial<RegistrationPayload['consents']> = {},
): RegistrationPayload {
  const ownLanguage: OwnLanguage = {
    language: 'ne',
    recordedBy: 'S4052',
    texts: TRANSLATED_PARTS.map((part) => put(part, change[part])),
  };
  const { notice, declaration } = ADULT_01.consents;
  return {
    ...adultNumber(7),
    consents: {
      notice: { ...notice, digest: originalDigests('notice')['zh-Hant'] },
      declaration: { ...declaration, digest: originalDigests('declaration')['zh-Hant'] },
      optionalUses: ['mpf-education'],
      ownLanguage,
      ...consents,
    },
  };
}

async function outcome(payload: RegistrationPayload) {
  return outcomeIn(await gateway.post(await gateway.terminal.seal(payload)));
}
const asked = (code: string) => ({ state: 'needs-correction', code });

describe('what was put to a member in their own language', () => {
  it('is accepted as it was signed off, heard or read', async () => {
    await signOff();
    expect(await outcome(registration())).toEqual({ state: 'accepted' });
    const byEye = { way: 'read', played: 'part', shownToEnd: true } as const;
    const other = { ...registration({ notice: byEye }), person: adultNumber(8).person };
    expect(await outcome(other)).toEqual({ state: 'accepted' });
  });

  it('in words that nobody signed off, is asked once more', async () => {
    expect(await outcome(registration())).toEqual(asked('notice-not-known'));
  });

  it('in the words of another text, is asked once more', async () => {
    await signOff();
    const { translation } = put('declaration');
    expect(await outcome(registration({ notice: { translation } }))).toEqual(asked('notice-not-known'));
  });

  it('in words that had been withdrawn by then, is asked once more; what was left before stands', async () => {
    await signOff();
    await parts.store.withdrawTranslation('ne', 'notice', '2027-01-01T00:00:00.000Z');
    expect(await outcome(registration())).toEqual({ state: 'accepted' });
    await parts.store.withdrawTranslation('ne', 'declaration', BEFORE);
    const other = { ...registration(), person: adultNumber(9).person };
    expect(await outcome(other)).toEqual(asked('notice-withdrawn'));
  });

  it('of another notice than the one that was shown, is asked once more', async () => {
    await signOff();
    const original = 'o'.repeat(43);
    expect(await outcome(registration({ notice: { original } }))).toEqual(asked('notice-out-of-date'));
    const { notice } = ADULT_01.consents;
    const other = { ...registration({}, { notice }), person: adultNumber(9).person };
    expect(await outcome(other)).toEqual(asked('notice-out-of-date'));
  });

  it.each<[string, Parameters<typeof registration>]>([
    ['heard, and played in part only', [{ notice: { played: 'part' } }]],
    ['read, and never shown to its end', [{ 'mpf-education': { way: 'read' } }]],
    ['a consent without an answer', [{ 'service-survey': { agreed: undefined as never } }]],
    ['an optional use that nobody agreed to', [{}, { optionalUses: ['service-survey', 'mpf-education'] }]],
  ])('%s: is asked once more', async (_what, [change, consents]) => {
    await signOff();
    const payload = JSON.parse(JSON.stringify(registration(change, consents))) as RegistrationPayload;
    expect(await outcome(payload)).toEqual(asked('notice-not-heard'));
  });

  it('a claim to have heard what has no recording is asked once more', async () => {
    for (const one of NEPALI) await parts.store.addTranslation({ ...one, sound: null }, null, BEFORE);
    const named = Object.fromEntries(
      NEPALI.map((one) => [one.part, { translation: translationDigest({ ...one, sound: null }) }]),
    );
    expect(await outcome(registration(named))).toEqual(asked('notice-not-heard'));
  });
});

describe('a terminal fetches a recording', () => {
  it('in pieces that make the whole, and only with its credential', async () => {
    await signOff();
    const path = `/v1/notice-sounds/${sound?.digest ?? ''}`;
    const piece = async (from: number) =>
      noticeSoundResponseSchema.parse((await gateway.call('GET', `${path}?from=${String(from)}`)).json);
    const pieces = [await piece(0), await piece(SOUND_PIECE_BYTES), await piece(SOUND_PIECE_BYTES * 2)];
    const whole = Buffer.concat(pieces.map((one) => Buffer.from(one.piece, 'base64url')));
    expect(new Uint8Array(whole)).toEqual(bytes);
    expect(pieces[0]?.total).toBe(bytes.length);
    expect((await piece(bytes.length)).piece).toBe('');
    expect((await gateway.get(path)).status).toBe(401);
    expect((await gateway.call('GET', `/v1/notice-sounds/${'x'.repeat(43)}`)).status).toBe(404);
  });
});
