import { describe, expect, it } from 'vitest';
import { definitionOf } from '../../../domain/catalogue/catalogue.ts';
import { instructionSchema } from '../../../domain/catalogue/instruction.ts';
import { inService, type TestTerminal } from '../../testing/harness.ts';

const ANSWERS = { topic: 'contributions', telephone: '91234567', time: 'morning', language: 'cantonese' };

/** From the attract page to the first question of a call-back. */
function toCallBack(test: TestTerminal): void {
  test.press(
    { type: 'MENU', locale: 'en' },
    { type: 'CHOOSE_GROUP', group: 'help' },
    { type: 'CHOOSE_KIND', kind: 'call-back' },
    { type: 'CONTINUE' },
  );
}

function answerAll(test: TestTerminal): void {
  for (const value of Object.values(ANSWERS)) test.press({ type: 'ANSWER', value });
}

describe('somebody who gave up on the hotline asks to be called', () => {
  it('is asked one thing per page, checks, declares and gets a receipt, without a card', async () => {
    const test = await inService();
    test.network(true);
    toCallBack(test);
    expect(test.on('ask')).toMatchObject({ page: 'topic', words: 'ask.call-back.topic', value: '' });
    answerAll(test);
    expect(test.on('instruction-review')).toMatchObject({
      kind: 'call-back',
      identity: [],
      ending: 'submit',
    });
    test.press({ type: 'CONTINUE' }, { type: 'SUBMIT' });
    await test.settle();
    expect(test.ports.submitted).toMatchObject([
      {
        kind: 'call-back',
        payload: { person: null, identification: null, details: { telephone: '91234567' } },
      },
    ]);
    test.item('received');
    expect(test.on('receipt')).toMatchObject({ kind: 'call-back', state: 'received', withdraws: null });
  });

  it('has an interpreter with them, which staff record: it travels with what they left', async () => {
    const test = await inService();
    test.network(true);
    toCallBack(test);
    answerAll(test);
    await test.signIn();
    test.press({ type: 'STAFF_MORE' }, { type: 'INTERPRETER_PRESENT' }, { type: 'STAFF_CANCEL' });
    test.press({ type: 'HAND_BACK' }, { type: 'CONFIRM_TOUCHED' }, { type: 'CONTINUE' }, { type: 'SUBMIT' });
    await test.settle();
    const payload = test.ports.submitted[0]?.payload;
    expect(instructionSchema(definitionOf('call-back')).safeParse(payload).success).toBe(true);
    expect(payload).toMatchObject({ interpretation: { recordedBy: 'S-1001' } });
  });

  it('is told what is wrong with a telephone number, and nothing typed is lost', async () => {
    const test = await inService();
    toCallBack(test);
    test.press({ type: 'ANSWER', value: 'general' }, { type: 'ANSWER', value: '12' });
    expect(test.on('ask')).toMatchObject({
      page: 'telephone',
      value: '12',
      error: { code: 'mobile-length' },
    });
  });

  it('is kept on this machine when there is no network', async () => {
    const test = await inService();
    test.network(false);
    toCallBack(test);
    answerAll(test);
    expect(test.on('instruction-review').ending).toBe('keep');
    test.press({ type: 'CONTINUE' }, { type: 'SUBMIT' });
    await test.settle();
    expect(test.on('receipt').state).toBe('kept');
  });

  it('changes one answer on the review page and comes back there', async () => {
    const test = await inService();
    toCallBack(test);
    answerAll(test);
    test.press({ type: 'CHANGE_PAGE', page: 'time' });
    expect(test.on('ask')).toMatchObject({ page: 'time', value: 'morning', changing: true });
    test.press({ type: 'ANSWER', value: 'evening' });
    expect(test.on('instruction-review').rows.find(({ page }) => page === 'time')?.lines).toEqual([
      { message: 'ask.call-back.time.option.evening' },
    ]);
  });

  it('goes back page by page to the menu, and what was answered stays until another thing is chosen', async () => {
    const test = await inService();
    toCallBack(test);
    test.press({ type: 'ANSWER', value: 'general' }, { type: 'BACK' }, { type: 'BACK' });
    test.on('notice');
    test.press({ type: 'BACK' });
    expect(test.on('menu').group).toBe('help');
    test.press({ type: 'CHOOSE_KIND', kind: 'call-back' }, { type: 'CONTINUE' });
    expect(test.on('ask').page).toBe('telephone');
  });

  it('leaves nothing behind', async () => {
    const test = await inService();
    toCallBack(test);
    answerAll(test);
    test.press({ type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' });
    expect(JSON.stringify(test.held())).not.toContain('91234567');
  });
});
