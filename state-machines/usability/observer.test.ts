import { describe, expect, it } from 'vitest';
import { usabilityNoteSchema, type UsabilityTally } from '../../domain/usability/cell.ts';
import { usabilityCsv } from '../../domain/usability/csv.ts';
import { CANARIES, MOBILE } from '../testing/people.ts';
import { inService, type TestTerminal } from '../testing/harness.ts';
import { createUsabilityObserver } from './observer.ts';

interface Watched {
  readonly test: TestTerminal;
  readonly notes: (readonly UsabilityTally[])[];
  /** Counts by `<step> <measure>`, over all notes. */
  readonly counts: () => Readonly<Record<string, number>>;
}

/** A terminal whose views are followed; its observer's time is the terminal's own. */
async function watched(): Promise<Watched> {
  const test = await inService();
  const notes: (readonly UsabilityTally[])[] = [];
  const observer = createUsabilityObserver({
    place: { mode: 'live', profile: 'kiosk' },
    uptime: () => Date.parse(test.ports.now()),
    note: (tallies) => notes.push(tallies),
  });
  test.terminal.subscribe(({ view }) => observer.saw(view));
  return {
    test,
    notes,
    counts: () => {
      const counts: Record<string, number> = {};
      for (const { step, measure, count } of notes.flat()) {
        const key = `${step} ${measure}`;
        counts[key] = count + (counts[key] ?? 0);
      }
      return counts;
    },
  };
}

describe('a visit', () => {
  it('that ends with a receipt is counted as a registration, page by page', async () => {
    const { test, notes, counts } = await watched();
    await test.goToReceipt();
    expect(notes).toEqual([]);
    test.press({ type: 'DONE' });
    expect(notes).toHaveLength(1);
    expect(new Set(notes.flat().map(({ flow }) => flow))).toEqual(new Set(['member-registration']));
    expect(counts()).toMatchObject({
      'visit begun': 1,
      'visit ended:submitted': 1,
      'notice reached': 1,
      'question.mobile reached': 1,
      'review reached': 1,
      'receipt left:submitted': 1,
    });
  });

  it('in which staff helped is counted as helped where they did, and the call for them once', async () => {
    const { test, notes } = await watched();
    await test.goToReceipt();
    test.press({ type: 'DONE' });
    const attesting = notes.flat().filter(({ step }) => step.startsWith('attest.'));
    expect(attesting.length).toBeGreaterThan(0);
    expect(attesting.every(({ assist }) => assist)).toBe(true);
    expect(notes.flat().filter(({ measure }) => measure === 'help')).toHaveLength(1);
    expect(notes.flat().find(({ step, measure }) => step === 'notice' && measure === 'reached')?.assist).toBe(
      false,
    );
  });

  it('counts how long a page stood, without what covered it', async () => {
    const { test, counts } = await watched();
    test.press({ type: 'START', locale: 'en' });
    await test.wait(8_000);
    test.press({ type: 'ASK_STAFF' });
    await test.wait(60_000);
    test.press({ type: 'CANCEL_HELP' });
    test.press({ type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' });
    expect(counts()).toMatchObject({ 'notice time:10': 1, 'visit time:120': 1, 'notice help': 1 });
  });

  it('counts what was wrong by its code, and each way back', async () => {
    const { test, counts } = await watched();
    test.identify();
    test.press({ type: 'CONTINUE' });
    test.answer('contact-channel', 'mobile');
    test.press({ type: 'ANSWER', value: '12' }, { type: 'BACK' });
    test.press({ type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' });
    expect(counts()).toMatchObject({
      'question.mobile error:mobile-length': 1,
      'question.mobile back': 1,
      'question.contact-channel left:abandoned': 1,
      'visit ended:abandoned': 1,
    });
  });

  it('that nobody goes on with ends as idle', async () => {
    const { test, counts } = await watched();
    test.press({ type: 'START', locale: 'en' });
    await test.wait(test.delays.idleAfter + test.delays.idleWarning);
    expect(counts()).toMatchObject({ 'notice left:idle': 1, 'visit ended:idle': 1 });
  });

  it('that the terminal cuts off is counted as that', async () => {
    const { test, counts } = await watched();
    test.identify();
    test.terminal.enterOutOfService('storage-fault');
    await test.settle();
    expect(counts()).toMatchObject({ 'visit ended:interrupted': 1 });
  });

  it('of nobody but a technician who looks after the machine is not counted', async () => {
    const { test, notes } = await watched();
    test.press({ type: 'ASK_STAFF' });
    await test.signIn('badge-technician-01');
    test.press({ type: 'OPERATIONS' });
    await test.settle();
    test.press({ type: 'STAFF_CANCEL' }, { type: 'STAFF_CANCEL' });
    await test.wait(test.delays.idleAfter + test.delays.idleWarning);
    expect(test.view().sessionId).toBeNull();
    expect(notes).toEqual([]);
  });

  it('with a tap at its end counts that for what it was, once', async () => {
    const { test, notes } = await watched();
    await test.goToReceipt();
    test.press({ type: 'DONE' }, { type: 'FEEDBACK', face: 'fair' });
    await test.wait(test.delays.endedCloses);
    expect(notes[1]).toEqual([
      {
        mode: 'live',
        profile: 'kiosk',
        flow: 'member-registration',
        step: 'visit',
        locale: 'en',
        textSize: 'normal',
        assist: true,
        measure: 'face:fair',
        count: 1,
      },
    ]);
    expect(notes).toHaveLength(2);
  });
});

describe('nothing of who was there', () => {
  it('is in what a visit adds, nor in the file made of it', async () => {
    const { test, notes } = await watched();
    await test.goToReceipt();
    test.press({ type: 'DONE' }, { type: 'FEEDBACK', face: 'good' });
    const text =
      JSON.stringify(notes) + usabilityCsv(notes.flat().map((tally) => ({ ...tally, day: '2026-11-23' })));
    expect(text).toContain('question.mobile');
    for (const canary of [...CANARIES, MOBILE]) expect(text).not.toContain(canary);
    expect(text).not.toMatch(/sessionId|0190d5a8/);
  });

  it('could be: a place has no room for what somebody typed', () => {
    const place = {
      mode: 'live',
      profile: 'kiosk',
      flow: 'enquiry',
      step: 'question.mobile',
      locale: 'en',
      textSize: 'normal',
      assist: false,
      measure: 'reached',
      count: 1,
    } as const;
    expect(usabilityNoteSchema.safeParse([place]).success).toBe(true);
    for (const typed of ['A123456(3)', 'CHAN TAI MAN', '陳大文', '91234567', 'someone@example.com']) {
      expect(usabilityNoteSchema.safeParse([{ ...place, step: typed }]).success).toBe(false);
      expect(usabilityNoteSchema.safeParse([{ ...place, measure: `error:${typed}` }]).success).toBe(false);
      expect(usabilityNoteSchema.safeParse([{ ...place, name: typed }]).success).toBe(false);
    }
  });
});
