import { describe, expect, it } from 'vitest';
import type { SoundState } from '../../../domain/notices/language-offer.ts';
import type { Translation } from '../../../domain/notices/translation.ts';
import { translationDigest } from '../../../domain/notices/translation.ts';
import { sampleTranslations } from '../../../domain/notices/translations.fixture.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../../domain/reference-data/embedded/embedded.ts';
import { registrationPayloadSchema } from '../../../domain/registration/payload.ts';
import { inService, type TestTerminal } from '../../testing/harness.ts';
import { adult01, adult02, MOBILE } from '../../testing/people.ts';
import { fakeWorkDay } from '../../testing/work-day.ts';

const OPERATOR = 'badge-van-operator-01';
const NEPALI = sampleTranslations('ne');

interface Standing {
  readonly notices?: readonly Translation[];
  readonly sound?: SoundState;
}

function ports({ notices = NEPALI, sound = 'ready' }: Standing) {
  const data = { ...EMBEDDED_REFERENCE_DATA, notices: [...notices] };
  return { referenceData: () => data, noticeSounds: { state: () => sound } };
}

/** A van at a stop, its operator signed in, on the page of languages. */
async function van(standing: Standing = {}): Promise<TestTerminal> {
  const test = await inService(
    {},
    { config: { profile: 'van' }, ports: { workDay: fakeWorkDay(), ...ports(standing) } },
  );
  await test.settle();
  await test.signIn(OPERATOR);
  test.press({ type: 'VAN_CHOOSE_STOP', placeId: null });
  test.press({ type: 'VAN_LANE', lane: 'B' }, { type: 'ANSWER', value: 'Site 7, gate B' });
  await test.settle();
  test.press({ type: 'VAN_OTHER_LANGUAGE' });
  return test;
}

async function notice(standing: Standing = {}): Promise<TestTerminal> {
  const test = await van(standing);
  test.press({ type: 'VAN_OWN_LANGUAGE', language: 'ne', locale: 'en' });
  expect(test.on('own-language')).toMatchObject({ part: 'notice', at: 1, of: 1 });
  return test;
}

async function hear(test: TestTerminal): Promise<void> {
  test.press({ type: 'NOTICE_PLAY' });
  await test.wait(40_000);
  test.press({ type: 'NOTICE_ENDED' });
}

/** From the known notice to the review, in the worker's hands. */
function prepareAndHandOver(test: TestTerminal): void {
  test.layCard();
  test.read(adult01);
  test.press({ type: 'CONTINUE' });
  test.answer('mobile', MOBILE);
  test.answer('mobile-again', MOBILE);
  test.answer('communication-language', 'en');
  test.attest();
  test.on('review');
  test.press({ type: 'HAND_BACK' }, { type: 'CONFIRM_TOUCHED' });
}

const plays = (test: TestTerminal): boolean => test.on('own-language').sound?.playing === true;

describe('a worker whose language is signed off', () => {
  it('hears the notice, answers each consent for itself, declares; all of it is in the payload', async () => {
    const test = await notice();
    await hear(test);
    expect(test.tap({ type: 'NOTICE_KNOWN', way: 'read', agreed: null }).accepted).toBe(false);
    test.press({ type: 'NOTICE_KNOWN', way: 'heard', agreed: null });
    test.on('identify');
    prepareAndHandOver(test);
    expect(test.on('review').rows.map(({ key }) => key)).not.toContain('optional-uses');
    test.press({ type: 'CONTINUE' });

    expect(test.on('own-language')).toMatchObject({
      part: 'service-survey',
      at: 1,
      of: 3,
      shownToEnd: false,
    });
    expect(test.tap({ type: 'NOTICE_KNOWN', way: 'read', agreed: true }).accepted).toBe(false);
    test.press({ type: 'NOTICE_SHOWN' });
    expect(test.tap({ type: 'NOTICE_KNOWN', way: 'read', agreed: null }).accepted).toBe(false);
    test.press({ type: 'NOTICE_KNOWN', way: 'read', agreed: false });
    expect(test.on('own-language')).toMatchObject({ part: 'mpf-education', shownToEnd: false });
    await hear(test);
    test.press({ type: 'NOTICE_KNOWN', way: 'heard', agreed: true });
    expect(test.on('own-language').part).toBe('declaration');
    test.press({ type: 'NOTICE_PLAY' });
    await test.wait(3_000);
    test.press({ type: 'NOTICE_PAUSE' }, { type: 'NOTICE_SHOWN' });
    test.press({ type: 'NOTICE_KNOWN', way: 'read', agreed: null });

    expect(test.on('declare').own).toEqual({ language: 'ne', text: NEPALI[3]?.text });
    test.press({ type: 'SUBMIT' });
    await test.settle();
    const { consents } = registrationPayloadSchema.parse(test.ports.submitted[0]?.payload);
    expect(consents.optionalUses).toEqual(['mpf-education']);
    expect(consents.ownLanguage).toMatchObject({
      language: 'ne',
      recordedBy: 'S-4001',
      texts: [
        { part: 'notice', way: 'heard', played: 'whole', shownToEnd: false },
        { part: 'service-survey', way: 'read', played: 'nothing', shownToEnd: true, agreed: false },
        { part: 'mpf-education', way: 'heard', played: 'whole', agreed: true },
        { part: 'declaration', way: 'read', played: 'part', shownToEnd: true },
      ],
    });
    expect(consents.ownLanguage?.texts.map(({ translation }) => translation)).toEqual(
      NEPALI.map(translationDigest),
    );
  });

  it('is in the audit by who and what, never by the answer', async () => {
    const test = await notice();
    test.press({ type: 'NOTICE_SHOWN' }, { type: 'NOTICE_KNOWN', way: 'read', agreed: null });
    const own = test.ports.audited.filter(({ event }) => event.startsWith('notice.'));
    expect(own).toMatchObject([
      { event: 'notice.own-language', actor: 'staff', detail: { language: 'ne' } },
      {
        event: 'notice.known',
        actor: 'staff',
        staffId: 'S-4001',
        detail: { language: 'ne', part: 'notice', known: 'read', played: 'nothing' },
      },
    ]);
    expect(JSON.stringify(own)).not.toContain('agreed');
  });

  it('staff who hold the screen cannot answer a consent', async () => {
    const test = await notice();
    test.press({ type: 'NOTICE_SHOWN' }, { type: 'NOTICE_KNOWN', way: 'read', agreed: null });
    prepareAndHandOver(test);
    test.press({ type: 'CONTINUE' }, { type: 'NOTICE_SHOWN' });
    await test.signIn(OPERATOR);
    expect(test.view().chrome.assist).not.toBeNull();
    expect(test.tap({ type: 'NOTICE_KNOWN', way: 'read', agreed: true })).toEqual({
      accepted: false,
      reason: 'not-allowed',
    });
  });

  it('another card is another person: the notice is put again before anything is asked', async () => {
    const test = await notice();
    test.press({ type: 'NOTICE_SHOWN' }, { type: 'NOTICE_KNOWN', way: 'read', agreed: null });
    test.layCard();
    test.read(adult01);
    test.press({ type: 'CONTINUE' }, { type: 'BACK' }, { type: 'BACK' });
    test.on('read-result');
    test.liftCard();
    test.press({ type: 'BACK' });
    test.layCard();
    test.read(adult02);
    test.press({ type: 'CONTINUE' });
    expect(test.on('own-language').part).toBe('notice');
  });

  it("goes back to the screen's own words when they do not want it", async () => {
    const test = await notice();
    test.press({ type: 'BACK' });
    test.on('notice');
    test.press({ type: 'CONTINUE' });
    test.layCard();
    test.read(adult01);
    test.press({ type: 'CONTINUE' });
    test.answer('mobile', MOBILE);
    test.answer('mobile-again', MOBILE);
    test.answer('communication-language', 'en');
    expect(test.on('question').step).toBe('optional-uses');
  });
});

describe('what is being played stops', () => {
  it('when the staff badge covers the page', async () => {
    const test = await notice();
    test.press({ type: 'NOTICE_PLAY' });
    expect(plays(test)).toBe(true);
    test.scanBadge(OPERATOR);
    expect(test.view().overlay?.id).toBe('staff-pin');
    expect(plays(test)).toBe(false);
    test.press({ type: 'STAFF_CANCEL' });
    expect(test.on('own-language').sound).toMatchObject({ playing: false, paused: true });
  });

  it('when somebody is about to leave, and when they have left nothing stands', async () => {
    const test = await notice();
    test.press({ type: 'NOTICE_PLAY' }, { type: 'LEAVE' });
    expect(plays(test)).toBe(false);
    test.press({ type: 'LEAVE_CONFIRM' });
    test.on('van-ready');
    expect(JSON.stringify(test.held())).not.toContain('playingSince');
  });

  it('when the card is taken away', async () => {
    const test = await notice();
    test.press({ type: 'NOTICE_PLAY' });
    test.ports.sendHardware({ type: 'CARD_REMOVED', device: 'id-reader' });
    expect(plays(test)).toBe(false);
  });

  it('when nobody is there any more, which is noticed although it was playing', async () => {
    const test = await notice();
    test.press({ type: 'NOTICE_PLAY' });
    await test.wait(39_000);
    expect(plays(test)).toBe(true);
    await test.wait(test.delays.soundOverdue + 2_000);
    expect(test.on('own-language').sound).toMatchObject({
      playing: false,
      trouble: 'failed',
      played: 'part',
    });
    await test.wait(test.delays.shiftLock + test.delays.staffIdleLock + test.delays.staffLockedParks);
    expect(test.view().screen.id).not.toBe('own-language');
  });

  it('when the terminal goes out of service', async () => {
    const test = await notice();
    test.press({ type: 'NOTICE_PLAY' });
    test.terminal.enterOutOfService('storage-fault');
    test.on('out-of-service');
  });
});

describe('a recording', () => {
  it('is paused, goes on, is played again; the time of the pause is not time that it played', async () => {
    const test = await notice();
    test.press({ type: 'NOTICE_PLAY' });
    await test.wait(10_000);
    test.press({ type: 'NOTICE_PAUSE' });
    await test.wait(30_000);
    test.press({ type: 'NOTICE_PLAY' });
    expect(test.on('own-language').sound?.run).toBe(1);
    await test.wait(5_000);
    test.press({ type: 'NOTICE_ENDED' });
    expect(test.on('own-language').sound).toMatchObject({ played: 'part', trouble: 'failed' });
    await hear(test);
    expect(test.on('own-language').sound).toMatchObject({ played: 'whole', trouble: null, run: 2 });
  });

  it('that the player cannot play leaves the words', async () => {
    const test = await notice();
    test.press({ type: 'NOTICE_PLAY' }, { type: 'NOTICE_FAILED' }, { type: 'NOTICE_SHOWN' });
    expect(test.on('own-language').sound).toMatchObject({ trouble: 'failed' });
    test.press({ type: 'NOTICE_KNOWN', way: 'read', agreed: null });
    test.on('identify');
  });

  it.each(['damaged', 'waiting'] as const)(
    'that is %s is not offered, and the page says why',
    async (sound) => {
      const test = await van({ sound });
      expect(test.on('van-language').offers[0]).toEqual({ language: 'ne', state: 'offered', sounds: sound });
      test.press({ type: 'VAN_OWN_LANGUAGE', language: 'ne', locale: 'en' });
      expect(test.on('own-language').sound?.trouble).toBe(sound);
      expect(test.tap({ type: 'NOTICE_PLAY' }).accepted).toBe(false);
    },
  );
});

describe("a language that is not signed off for today's notice", () => {
  it('is not offered, and an interpreter and a call-back remain', async () => {
    const outdated = NEPALI.map((one) => ({
      ...one,
      translates: { 'zh-Hant': 'o'.repeat(43), en: 'o'.repeat(43) },
    }));
    const test = await van({ notices: outdated });
    expect(test.on('van-language').offers.find(({ language }) => language === 'ne')?.state).toBe(
      'out-of-date',
    );
    expect(test.tap({ type: 'VAN_OWN_LANGUAGE', language: 'ne', locale: 'en' }).accepted).toBe(false);
    expect(test.tap({ type: 'VAN_OWN_LANGUAGE', language: 'ur', locale: 'en' }).accepted).toBe(false);
    test.press({ type: 'VAN_INTERPRETED', language: 'ne', locale: 'en' });
    test.on('notice');
  });
});

describe('at a kiosk', () => {
  it('staff choose the language with the member on the notice; nobody alone sees it', async () => {
    const test = await inService({}, { ports: ports({}) });
    test.press({ type: 'START', locale: 'en' });
    expect(test.on('notice').languages).toBeUndefined();
    expect(test.tap({ type: 'OWN_LANGUAGE', language: 'ne' }).accepted).toBe(false);
    test.press({ type: 'ASK_STAFF' });
    await test.signIn();
    expect(test.on('notice').languages?.[0]?.language).toBe('ne');
    test.press({ type: 'OWN_LANGUAGE', language: 'ne' });
    expect(test.on('own-language').part).toBe('notice');
  });
});
