import { SimulatedClock } from 'xstate';
import { describe, expect, it } from 'vitest';
import type { Screen } from '../../domain/terminal/view/screen.ts';
import type { View, ViewUpdate } from '../../domain/terminal/view/view.ts';
import { EXERCISE_NAMES } from '../../domain/practice/exercise-names.ts';
import { EXERCISES } from '../../domain/practice/exercises.ts';
import type { ScreenIntent } from '../../domain/terminal/intent/intent.ts';
import type { Terminal } from '../create-terminal.ts';
import { DEFAULT_DELAYS } from '../delays.ts';
import { inService } from '../testing/harness.ts';
import { withPractice } from './with-practice.ts';

/** A terminal in practice whose machines a test plays itself. */
async function practising() {
  const { terminal } = await inService();
  const real = terminal.current();
  const done: string[] = [];
  const clock = new SimulatedClock();
  let update = real;
  let tell: (update: ViewUpdate) => void = () => undefined;
  const asked: unknown[] = [];
  const below: Terminal = {
    start: () => undefined,
    stop: () => undefined,
    current: () => update,
    subscribe: (listener) => {
      tell = listener;
      return () => undefined;
    },
    intent: (intent) => {
      asked.push(intent);
      return { accepted: true };
    },
    enterOutOfService: () => undefined,
  };
  const practice = withPractice(below, {
    port: {
      card: (person) => done.push(`card ${String(person)}`),
      badge: (role) => done.push(`badge ${role}`),
      end: () => done.push('end'),
    },
    waiting: 2,
    clock: {
      now: () => clock.now(),
      setTimeout: (run, milliseconds) => clock.setTimeout(run, milliseconds),
      clearTimeout: (timer) => clock.clearTimeout(timer as number),
    },
    now: () => '2026-11-23T02:00:00.000Z',
  });
  practice.start();
  const view = (): View => practice.current().view;
  const press = (intent: ScreenIntent) => {
    const { rev, view: at } = practice.current();
    return practice.intent({ ...intent, rev, sessionId: at.sessionId, stepId: at.stepId });
  };
  const show = (
    screen: Partial<Screen>,
    chrome: Partial<View['chrome']> = {},
    overlay: View['overlay'] = null,
  ) => {
    update = {
      rev: update.rev + 1,
      view: { ...real.view, screen: screen as Screen, overlay, chrome: { ...real.view.chrome, ...chrome } },
    };
    tell(update);
  };
  return { practice, view, press, show, done, asked, clock };
}

describe('a terminal in practice', () => {
  it('says so in every view, with what waits and when it ends', async () => {
    const at = await practising();
    expect(at.view().chrome.practice).toMatchObject({ waiting: 2, endsAt: '2026-11-23T03:00:00.000Z' });
    at.show({ id: 'language' });
    expect(at.view().chrome.practice).toBeDefined();
  });

  it('goes back to work by itself when its time is over, and asks for it once', async () => {
    const at = await practising();
    at.clock.increment(DEFAULT_DELAYS.practiceEnds - 1);
    expect(at.done).toEqual([]);
    at.clock.increment(1);
    expect(at.done).toEqual(['end']);
    at.press({ type: 'PRACTICE_END' });
    expect(at.done).toEqual(['end']);
    expect(at.view().chrome.practice?.ending).toBe(true);
  });

  it('lays an invented card and taps an invented badge; the machines hear nothing of the panel', async () => {
    const at = await practising();
    at.press({ type: 'PRACTICE_CARD', person: 'adult-01' });
    expect(at.view().chrome.practice?.cardIn).toBe(true);
    at.press({ type: 'PRACTICE_BADGE', role: 'officer' });
    at.press({ type: 'PRACTICE_CARD', person: null });
    expect(at.done).toEqual(['card adult-01', 'badge officer', 'card null']);
    expect(at.asked).toEqual([]);
    at.press({ type: 'CONTINUE' });
    expect(at.asked).toHaveLength(1);
  });

  it('follows an exercise by the pages that are shown, in their order', async () => {
    const at = await practising();
    at.press({ type: 'PRACTICE_EXERCISE', exercise: 'offline' });
    at.show({ id: 'prepared' });
    expect(at.view().chrome.practice?.exercise).toEqual({ name: 'offline', step: 0, of: 2 });
    at.show({ id: 'ask' });
    at.show({ id: 'prepared' });
    expect(at.view().chrome.practice?.exercise).toEqual({ name: 'offline', step: 2, of: 2 });
    at.press({ type: 'PRACTICE_EXERCISE', exercise: null });
    expect(at.view().chrome.practice?.exercise).toBeNull();
  });

  it('sees one badge after another in a hand-over', async () => {
    const at = await practising();
    const assist = (role: 'officer' | 'supervisor') =>
      ({ assist: { staffId: 'X9001', role, canAttest: false, canSeeStatus: true } }) as const;
    at.press({ type: 'PRACTICE_EXERCISE', exercise: 'hand-over' });
    at.show({ id: 'notice' }, assist('officer'));
    at.show({ id: 'notice' }, assist('officer'), {
      ...{ id: 'staff-pin', refusal: null, waitSeconds: null, checking: false, canSnooze: false },
    });
    at.show({ id: 'notice' }, assist('supervisor'));
    expect(at.view().chrome.practice?.exercise?.step).toBe(3);
  });

  it('has words and at least two steps for every exercise', () => {
    for (const name of EXERCISE_NAMES) expect(EXERCISES[name].length).toBeGreaterThan(1);
  });
});

describe('the panel of practice at a terminal that works', () => {
  it('is nothing to it', async () => {
    const test = await inService();
    const { rev, view } = test.terminal.current();
    const answer = test.terminal.intent({
      ...{ type: 'PRACTICE_CARD', person: 'adult-01', rev },
      ...{ sessionId: view.sessionId, stepId: view.stepId },
    });
    expect(answer.accepted).toBe(false);
    expect(view.chrome.practice).toBeUndefined();
  });
});
