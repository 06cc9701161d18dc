import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../domain/locale.ts';
import { noticeText } from '../../../domain/messages/index.ts';
import type { Passage } from '../../../domain/terminal/ports/speech.ts';
import { ok } from '../../../domain/result.ts';
import type { SpeechPort } from '../../../domain/terminal/ports/speech.ts';
import { inService, type TestTerminal } from '../../testing/harness.ts';

interface Listening extends TestTerminal {
  /** What was begun to be said. */
  readonly said: Passage[];
  /** How many voices are speaking now. */
  speaking(): number;
  /** The voice has come to the end of the passage. */
  end(): Promise<void>;
}

async function listening(speaks: readonly string[] = LOCALES): Promise<Listening> {
  const said: Passage[] = [];
  const voices = new Set<() => void>();
  const speech: SpeechPort = {
    can: ({ locale }) => speaks.includes(locale),
    say: (passage, signal) =>
      new Promise((resolve) => {
        said.push(passage);
        const end = (): void => {
          voices.delete(end);
          resolve(ok(null));
        };
        voices.add(end);
        signal.addEventListener('abort', end);
      }),
  };
  const test = await inService({}, { ports: { speech } });
  return {
    ...test,
    said,
    speaking: () => voices.size,
    end: async () => {
      for (const end of voices) end();
      await test.settle();
    },
  };
}

describe('a page is read aloud', () => {
  it('the notice, word for word what its digest is made of, in the language of the screen', async () => {
    const test = await listening();
    test.press({ type: 'START', locale: 'zh-Hant' }, { type: 'READ_ALOUD' });
    expect(test.said.at(-1)?.text).toContain(noticeText('zh-Hant'));
    expect(test.view().chrome.reading).toEqual({ on: true });
    test.press({ type: 'SET_LOCALE', locale: 'en' });
    await test.settle();
    expect(test.speaking()).toBe(0);
    test.press({ type: 'READ_ALOUD' });
    expect(test.said.at(-1)?.text).toContain(noticeText('en'));
    await test.end();
    expect(test.view().chrome.reading).toEqual({ on: false });
  });

  it('stops when it is told to, when the page is turned, and when something covers it', async () => {
    const test = await listening();
    test.press({ type: 'START', locale: 'en' }, { type: 'READ_ALOUD' }, { type: 'STOP_READING' });
    expect(test.speaking()).toBe(0);
    test.press({ type: 'READ_ALOUD' }, { type: 'CONTINUE' });
    await test.settle();
    test.on('identify');
    expect(test.speaking()).toBe(0);
    test.press({ type: 'READ_ALOUD' }, { type: 'LEAVE' });
    await test.settle();
    expect(test.view().overlay?.id).toBe('leave-confirm');
    expect(test.speaking()).toBe(0);
  });

  it('stops at the end of a visit, and nothing of it begins in the next', async () => {
    const test = await listening();
    test.press({ type: 'START', locale: 'en' }, { type: 'LEAVE' }, { type: 'READ_ALOUD' });
    expect(test.speaking()).toBe(1);
    test.press({ type: 'LEAVE_CONFIRM' });
    await test.settle();
    expect(test.speaking()).toBe(0);
    expect(test.tap({ type: 'READ_ALOUD' })).toMatchObject({ accepted: false });
  });

  it('whoever listens is there, and is not there for ever', async () => {
    const test = await listening();
    test.press({ type: 'START', locale: 'en' }, { type: 'READ_ALOUD' });
    await test.wait(test.delays.idleAfter + 10_000);
    expect(test.view().overlay).toBeNull();
    await test.wait(test.delays.speechLongest - test.delays.idleAfter);
    expect(test.speaking()).toBe(0);
    await test.wait(test.delays.idleAfter);
    expect(test.view().overlay?.id).toBe('idle-warning');
  });

  it('is offered to staff and member alike, and staff hear nothing of the member', async () => {
    const test = await listening();
    test.identify();
    test.press({ type: 'READ_ALOUD' });
    const { nameEnglish, maskedNumber } = test.on('read-result');
    for (const value of [nameEnglish, maskedNumber]) expect(test.said.at(-1)?.text).not.toContain(value);
    await test.signIn();
    expect(test.speaking()).toBe(0);
    test.press({ type: 'READ_ALOUD' });
    expect(test.speaking()).toBe(1);
  });

  it('is not offered without a voice for the language, and then refused', async () => {
    const test = await listening(['en']);
    test.press({ type: 'START', locale: 'zh-Hant' });
    expect(test.view().chrome.reading).toBeUndefined();
    expect(test.tap({ type: 'READ_ALOUD' })).toEqual({ accepted: false, reason: 'not-here' });
    const mute = await inService();
    mute.press({ type: 'START', locale: 'en' });
    expect(mute.view().chrome.reading).toBeUndefined();
  });

  it('a voice that fails leaves the page as it is', async () => {
    const test = await inService(
      {},
      { ports: { speech: { can: () => true, say: () => Promise.reject(new Error('gone')) } } },
    );
    test.press({ type: 'START', locale: 'en' }, { type: 'READ_ALOUD' });
    await test.settle();
    test.on('notice');
    expect(test.view().chrome.reading).toEqual({ on: false });
    expect(test.faults).toEqual([]);
  });
});
