import { expect, it } from 'vitest';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import type { View } from '../../domain/terminal/view/view.ts';
import { fixture } from '../testing/fake-terminal.tsx';
import { CALL_EVERY_MILLISECONDS, createSounds, type Sounds } from './sounds.ts';

interface Room {
  readonly sounds: Sounds;
  /** Hertz of every note that was begun. */
  readonly notes: number[];
  readonly loudness: number[];
  /** What is repeated now. */
  readonly repeating: Map<number, () => void>;
}

function room(settings = { volume: 50, muted: false }): Room {
  const notes: number[] = [];
  const loudness: number[] = [];
  const repeating = new Map<number, () => void>();
  const gain = () => ({
    gain: {
      setValueAtTime: () => undefined,
      linearRampToValueAtTime: (level: number) => level > 0 && loudness.push(level),
    },
    connect: () => undefined,
  });
  const audio = {
    currentTime: 0,
    destination: {},
    resume: () => Promise.resolve(),
    createGain: gain,
    createOscillator: () => {
      const frequency = { value: 0 };
      return {
        frequency,
        connect: (to: unknown) => to,
        start: () => notes.push(frequency.value),
        stop: () => undefined,
      };
    },
  } as unknown as AudioContext;
  const sounds = createSounds({
    settings,
    open: () => audio,
    every: (milliseconds, run) => {
      repeating.set(milliseconds, run);
      return () => repeating.delete(milliseconds);
    },
  });
  return { sounds, notes, loudness, repeating };
}

const page = (name: string, screen: Screen): View => ({ ...fixture(name), screen, overlay: null });
const reading = fixture('reading');
const receiptFixture = fixture('receipt-kept');
const kept = (): Extract<Screen, { id: 'receipt' }> => {
  const { screen } = receiptFixture;
  if (screen.id !== 'receipt') throw new Error('not a receipt');
  return { ...screen, state: 'kept' };
};

it('staff are called again and again until somebody comes', () => {
  const { sounds, notes, repeating } = room();
  sounds.saw(fixture('question-mobile'));
  sounds.saw(fixture('overlay-help-called'));
  expect(notes).toHaveLength(2);
  repeating.get(CALL_EVERY_MILLISECONDS)?.();
  expect(notes).toHaveLength(4);
  sounds.saw(fixture('overlay-staff-pin'));
  expect(repeating.size).toBe(0);
});

it('it is quiet once somebody has said that they will come, and when nobody came', () => {
  const { sounds, repeating } = room();
  const called = fixture('overlay-help-called');
  sounds.saw(called);
  expect(repeating.size).toBe(1);
  sounds.saw({ ...called, overlay: { id: 'help-called', since: '', snoozed: true } });
  expect(repeating.size).toBe(0);
  sounds.saw(called);
  sounds.saw(fixture('overlay-help-nobody-came'));
  expect(repeating.size).toBe(0);
});

it('a card that was read is heard, one that was not is not', () => {
  const { sounds, notes } = room();
  sounds.saw(reading);
  sounds.saw(fixture('read-result'));
  expect(notes).toHaveLength(1);
  sounds.saw(reading);
  sounds.saw(fixture('reader-trouble-unreadable'));
  sounds.saw(reading);
  sounds.saw(page('identify', { id: 'identify', liftFirst: false }));
  expect(notes).toHaveLength(1);
});

it('kept is heard once, and received after it once more', () => {
  const { sounds, notes } = room();
  sounds.saw(page('submitting', { id: 'submitting' }));
  sounds.saw(page('receipt-kept', kept()));
  sounds.saw({ ...page('receipt-kept', kept()), locale: 'en' });
  expect(notes).toHaveLength(2);
  sounds.saw(page('receipt-kept', { ...kept(), state: 'received' }));
  expect(notes).toHaveLength(4);
  sounds.saw(page('receipt-kept', { ...kept(), state: 'rejected' }));
  expect(notes).toHaveLength(4);
});

it('a page that was replaced after a crash does not repeat what was heard before', () => {
  const { sounds, notes } = room();
  sounds.saw(page('receipt-kept', kept()));
  expect(notes).toHaveLength(0);
});

it('muted is silent, and the volume is that of the configuration', () => {
  for (const settings of [
    { volume: 80, muted: true },
    { volume: 0, muted: false },
  ]) {
    const { sounds, notes, repeating } = room(settings);
    sounds.saw(fixture('overlay-help-called'));
    expect([notes.length, repeating.size]).toEqual([0, 0]);
  }
  const loud = room({ volume: 100, muted: false });
  const low = room({ volume: 25, muted: false });
  loud.sounds.saw(fixture('overlay-help-called'));
  low.sounds.saw(fixture('overlay-help-called'));
  expect(low.loudness[0]).toBeCloseTo((loud.loudness[0] ?? 0) / 4);
});

it('without a sound device everything else goes on', () => {
  const sounds = createSounds({
    settings: { volume: 50, muted: false },
    open: () => {
      throw new Error('no device');
    },
    every: () => () => undefined,
  });
  expect(() => sounds.saw(fixture('overlay-help-called'))).not.toThrow();
});
