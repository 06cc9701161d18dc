import { describe, expect, it } from 'vitest';
import { parseResumeCode } from '../../../domain/parking/resume-code.ts';
import { inService, typeNumber } from '../../testing/harness.ts';
import { adult01, CANARIES, MOBILE } from '../../testing/people.ts';
import { LATER, begin, CANCEL, putAside, audited, leave, CONFIRM } from './parking.fixture.ts';

describe('a member has no more time', () => {
  it('is offered nothing to finish later before something was typed', async () => {
    const test = await inService();
    test.goToReader();
    expect(test.view().chrome.canFinishLater).toBe(false);
    test.layCard();
    test.read(adult01);
    expect(test.view().chrome.canFinishLater).toBe(false);
    test.press({ type: 'CONTINUE' });
    expect(test.view().chrome.canFinishLater).toBe(false);
    expect(test.tap(LATER)).toEqual({ accepted: false, reason: 'not-here' });
    test.press({ type: 'FIELD_DRAFT', value: 'mobile' });
    expect(test.view().chrome.canFinishLater).toBe(true);
  });

  it('is told what it means and until when, and changes their mind: nothing has moved', async () => {
    const test = await inService();
    begin(test);
    test.press(LATER);
    expect(test.view().overlay).toEqual({
      id: 'park-asking',
      until: '2026-11-30T15:59:59.000Z',
      online: false,
    });
    expect(test.tap({ type: 'ANSWER', value: MOBILE }).accepted).toBe(false);
    test.press(CANCEL);
    expect(test.on('question')).toMatchObject({ step: 'mobile', value: '9182' });
    expect(test.ports.parked.size).toBe(0);
  });

  it('gets a slip; everything else of the visit is gone from memory while it stands there', async () => {
    const test = await inService();
    begin(test);
    const code = await putAside(test);
    const slip = test.on('resume-slip');
    expect(slip).toMatchObject({ qr: `EMPF-RESUME:1:${code}`, elsewhere: true });
    expect(parseResumeCode(code)).not.toBeNull();
    const held = JSON.stringify(test.held());
    expect([...CANARIES, '9182'].filter((canary) => held.includes(canary))).toEqual([]);
    expect(audited(test, 'draft.parked')).toMatchObject([
      { actor: 'member', detail: { kind: 'member-registration', elsewhere: true } },
    ]);
    expect(JSON.stringify(test.ports.audited)).not.toContain(code.slice(4, 16));
    await leave(test);
    expect(JSON.stringify(test.held())).not.toContain(code);
  });

  it('has three minutes for the slip, and more with every touch; then it clears itself', async () => {
    const test = await inService();
    begin(test);
    await putAside(test);
    await test.wait(test.delays.slipCloses - 1_000);
    test.press({ type: 'ACTIVITY' });
    await test.wait(test.delays.slipCloses - 1_000);
    test.on('resume-slip');
    expect(test.view().overlay).toBeNull();
    await test.wait(1_000);
    expect(test.on('ended').how).toBe('parked');
  });

  it('is told that only this machine has it while there is no network', async () => {
    const test = await inService();
    test.ports.parking = 'here';
    begin(test);
    await putAside(test);
    expect(test.on('resume-slip').elsewhere).toBe(false);
  });

  it.each(['disk-full', 'too-large', 'rejects', 'silent'] as const)(
    'the store says %s: nothing is lost, and another try makes another slip',
    async (parking) => {
      const test = await inService();
      test.ports.parking = parking;
      begin(test);
      test.press(LATER, CONFIRM);
      await test.wait(parking === 'silent' ? test.delays.parkOverdue : 1);
      const fault = parking === 'disk-full' || parking === 'too-large' ? parking : 'unavailable';
      expect(test.view().overlay).toEqual({ id: 'park-failed', fault });
      expect(audited(test, 'draft.not-parked')).toMatchObject([{ detail: { code: fault } }]);
      test.press(CANCEL);
      expect(test.on('question')).toMatchObject({ step: 'mobile', value: '9182' });
      test.ports.parking = 'elsewhere';
      await putAside(test);
      expect(test.ports.parked.size).toBe(1);
    },
  );

  it('who walks away from the question is warned, and wiped as ever', async () => {
    const test = await inService();
    begin(test);
    test.press(LATER);
    await test.wait(test.delays.idleAfter);
    expect(test.view().overlay?.id).toBe('idle-warning');
    await test.wait(test.delays.idleWarning);
    expect(test.on('ended').how).toBe('idle');
    expect(test.ports.parked.size).toBe(0);
  });

  it('a correction is not put aside: the platform has what it corrects', async () => {
    const test = await inService();
    await test.goToReview();
    expect(test.view().chrome.canFinishLater).toBe(true);
    test.press({ type: 'CONTINUE' });
    expect(test.view().chrome.canFinishLater).toBe(false);
  });
});

it('a member who typed the number puts aside, too', async () => {
  const test = await inService();
  typeNumber(test);
  test.press({ type: 'FIELD_DRAFT', value: 'QUILL' });
  await putAside(test);
  expect([...test.ports.parked.values()]).toMatchObject([
    { draft: { page: 'surname', typed: { surname: 'QUILL' } } },
  ]);
});
