import { describe, expect, it } from 'vitest';
import { formatHkid } from '../../../domain/identity/document/hkid.ts';
import { inService } from '../../testing/harness.ts';
import { adult01, adult02, MOBILE } from '../../testing/people.ts';
import { begin, putAside, leave, scan, layAndRead, audited, LATER, CONFIRM } from './parking.fixture.ts';

describe('a member comes back', () => {
  it('with the slip before the scanner and the card: exactly where they were', async () => {
    const test = await inService();
    begin(test);
    const code = await putAside(test);
    await leave(test);
    scan(test, code);
    test.on('identify');
    await layAndRead(test);
    expect(test.on('question')).toMatchObject({ step: 'mobile', value: '9182' });
    expect(test.view().locale).toBe('en');
    expect(audited(test, 'draft.taken-up')).toMatchObject([
      { actor: 'member', detail: { kind: 'member-registration', count: 0 } },
    ]);
    test.answer('mobile', MOBILE);
    test.answer('mobile-again', MOBILE);
  });

  it('typing both rows, from the attract page in their own language', async () => {
    const test = await inService();
    begin(test);
    const code = await putAside(test);
    await leave(test);
    test.press({ type: 'RESUME', locale: 'zh-Hant' });
    expect(test.on('resume-row')).toEqual({ id: 'resume-row', row: 1, value: '', error: null });
    test.press({ type: 'ANSWER', value: '' });
    expect(test.on('resume-row').error).toBe('required');
    test.press({ type: 'ANSWER', value: code.slice(16) });
    expect(test.on('resume-row')).toMatchObject({ row: 1, error: 'resume-row' });
    test.press({ type: 'ANSWER', value: code.slice(0, 16).toLowerCase() });
    expect(test.on('resume-row')).toMatchObject({ row: 2, value: '' });
    test.press({ type: 'BACK' });
    expect(test.on('resume-row')).toMatchObject({ row: 1, value: code.slice(0, 16).toLowerCase() });
    test.press({ type: 'ANSWER', value: code.slice(0, 16) }, { type: 'ANSWER', value: code.slice(16) });
    await layAndRead(test);
    expect(test.on('question')).toMatchObject({ step: 'mobile', value: '9182' });
    expect(test.view().locale).toBe('zh-Hant');
  });

  it('goes back from the first row to the choice of what to do', async () => {
    const test = await inService();
    test.press({ type: 'RESUME', locale: 'en' }, { type: 'BACK' });
    test.on('language');
    test.press({ type: 'MENU', locale: 'en' }, { type: 'RESUME', locale: 'en' });
    test.on('resume-row');
  });

  it('with a slip that cannot be read: it says so, and the code can be typed', async () => {
    const test = await inService();
    test.press({ type: 'RESUME', locale: 'en' });
    scan(test, null);
    expect(test.on('resume-row').error).toBe('resume-slip');
    test.press({ type: 'FIELD_DRAFT', value: 'K' });
    expect(test.on('resume-row').error).toBeNull();
  });

  it.each([
    ['another card', adult02, true],
    ['a slip that does not exist', adult01, false],
  ])('%s: the same words, and nothing of what was begun', async (_, document, exists) => {
    const test = await inService();
    begin(test);
    const code = await putAside(test);
    await leave(test);
    if (!exists) test.ports.parked.clear();
    scan(test, code);
    await layAndRead(test, document);
    expect(test.on('resume-trouble')).toEqual({ id: 'resume-trouble', fault: 'not-found', canRetry: false });
    expect(audited(test, 'draft.not-taken-up')).toMatchObject([{ detail: { code: 'not-found' } }]);
    expect(JSON.stringify(test.held())).not.toContain('9182');
    test.press({ type: 'BACK' });
    expect(test.on('resume-row')).toMatchObject({ row: 1, value: '' });
  });

  it('when the platform cannot be asked: tries again with the same card', async () => {
    const test = await inService();
    begin(test);
    const code = await putAside(test);
    await leave(test);
    test.ports.takingUp = 'offline';
    scan(test, code);
    await layAndRead(test);
    expect(test.on('resume-trouble')).toMatchObject({ fault: 'offline', canRetry: true });
    test.ports.takingUp = null;
    test.press({ type: 'RETRY' });
    await test.settle();
    test.on('question');
  });

  it('while it is open at another terminal: told where and since when, and waits until it is free', async () => {
    const test = await inService();
    begin(test);
    const code = await putAside(test);
    await leave(test);
    test.ports.takingUp = 'held';
    scan(test, code);
    await layAndRead(test);
    expect(test.on('resume-trouble')).toMatchObject({
      ...{ fault: 'held', canRetry: true },
      heldBy: { terminalId: 'K0128', place: { en: 'Sham Shui Po station' } },
    });
    expect(audited(test, 'draft.not-taken-up')).toMatchObject([{ detail: { code: 'held' } }]);
    test.ports.takingUp = null;
    test.press({ type: 'RETRY' });
    await test.settle();
    expect(test.on('question')).toMatchObject({ step: 'mobile', value: '9182' });
    expect(test.ports.takenUp.map(({ copy }) => copy)).toEqual([undefined, undefined]);
  });

  it('while it is open at another terminal: goes on with a copy, and another slip knows nothing of that', async () => {
    const test = await inService();
    begin(test);
    const code = await putAside(test);
    await leave(test);
    test.ports.takingUp = 'held';
    scan(test, code);
    await layAndRead(test);
    test.press({ type: 'TAKE_COPY' });
    await test.settle();
    expect(test.on('question')).toMatchObject({ step: 'mobile', value: '9182' });
    expect(test.ports.takenUp.at(-1)).toMatchObject({ copy: true });
    test.press(LATER, CONFIRM);
    await test.settle();
    await leave(test);
    scan(test, code);
    await layAndRead(test);
    expect(test.on('resume-trouble')).toMatchObject({ fault: 'held' });
    test.press({ type: 'DONE' });
    expect(JSON.stringify(test.held())).not.toContain('Sham Shui Po');
  });

  it('a copy is offered only where another terminal has it', async () => {
    const test = await inService();
    begin(test);
    const code = await putAside(test);
    await leave(test);
    test.ports.takingUp = 'offline';
    scan(test, code);
    await layAndRead(test);
    expect(test.tap({ type: 'TAKE_COPY' })).toEqual({ accepted: false, reason: 'not-here' });
  });

  it.each(['silent', 'rejects'] as const)(
    'the way to it is %s: an end is put to the waiting',
    async (takingUp) => {
      const test = await inService();
      begin(test);
      const code = await putAside(test);
      await leave(test);
      test.ports.takingUp = takingUp;
      scan(test, code);
      await layAndRead(test);
      await test.wait(test.delays.enquiryOverdue);
      expect(test.on('resume-trouble')).toMatchObject({ fault: 'unavailable', canRetry: true });
      test.press({ type: 'DONE' });
      expect(test.on('ended').how).toBe('left');
    },
  );

  it('a number that was only typed opens nothing before staff have seen the card', async () => {
    const test = await inService();
    begin(test);
    const code = await putAside(test);
    await leave(test);
    scan(test, code);
    test.press({ type: 'TYPE_NUMBER' }, { type: 'ANSWER', value: formatHkid(adult01.number) });
    test.press({ type: 'CONTINUE' });
    await test.settle();
    test.on('staff-needed');
    expect(test.ports.takenUp).toEqual([]);
    await test.signIn();
    test.attest();
    test.press({ type: 'HAND_BACK' });
    await test.settle();
    expect(test.ports.takenUp).toHaveLength(1);
  });

  it('submits: the queue is told which slip is over, and under which id it counts once', async () => {
    const test = await inService();
    begin(test);
    const code = await putAside(test);
    const id = test.ports.parked.get(code)?.draft.submissionId;
    await leave(test);
    scan(test, code);
    await layAndRead(test);
    test.answer('mobile', MOBILE);
    test.answer('mobile-again', MOBILE);
    test.answer('communication-language', 'en');
    test.answer('optional-uses', '');
    await test.signIn();
    test.attest();
    test.press({ type: 'HAND_BACK' }, { type: 'CONTINUE' }, { type: 'SUBMIT' });
    await test.settle();
    test.on('receipt');
    expect(test.ports.submitted).toMatchObject([{ id, takenUp: code }]);
  });

  it('puts it aside once more: a new slip, which replaces the old one, and counts as the same', async () => {
    const test = await inService();
    begin(test);
    const first = await putAside(test);
    await leave(test);
    scan(test, first);
    await layAndRead(test);
    test.answer('mobile', MOBILE);
    const second = await putAside(test);
    expect(second).not.toBe(first);
    const [before, after] = [test.ports.parked.get(first), test.ports.parked.get(second)];
    expect(after).toMatchObject({
      replaces: first,
      draft: { answers: { mobile: MOBILE }, page: 'mobile-again' },
    });
    expect(after?.draft.submissionId).toBe(before?.draft.submissionId);
  });

  it('after the rules have changed: is told what has to be answered again, and the rest stands', async () => {
    const test = await inService();
    begin(test);
    test.answer('mobile', MOBILE);
    test.answer('mobile-again', MOBILE);
    const code = await putAside(test);
    await leave(test);
    const parked = test.ports.parked.get(code);
    if (parked === undefined) throw new Error('nothing parked');
    const draft = { ...parked.draft, answers: { ...parked.draft.answers, mobile: '12' } };
    test.ports.parked.set(code, { ...parked, draft });
    scan(test, code);
    await layAndRead(test);
    expect(test.on('resume-changed')).toEqual({
      id: 'resume-changed',
      kind: 'member-registration',
      again: 2,
      file: null,
    });
    test.press({ type: 'CONTINUE' });
    expect(test.on('question')).toMatchObject({ step: 'mobile', value: '' });
  });

  it('a slip is no badge and a badge no slip, wherever they are held', async () => {
    const test = await inService();
    begin(test);
    scan(test, 'X'.repeat(32));
    expect(test.on('question').step).toBe('mobile');
    expect(test.view().overlay).toBeNull();
    test.scanBadge('badge-officer-01');
    scan(test, 'X'.repeat(32));
    expect(test.view().overlay?.id).toBe('staff-pin');
    expect(test.ports.takenUp).toEqual([]);
  });
});
