import { describe, expect, it } from 'vitest';
import { inService, type TestTerminal } from '../../testing/harness.ts';

function toCalculators(test: TestTerminal): void {
  test.press({ type: 'MENU', locale: 'en' }, { type: 'CHOOSE_GROUP', group: 'calculators' });
}

function answerAll(test: TestTerminal, ...values: readonly string[]): void {
  for (const value of values) test.press({ type: 'ANSWER', value });
}

function figuresOf(test: TestTerminal): readonly unknown[] {
  return test
    .on('calculation')
    .figures.map(({ value }) => ('message' in value ? value.params : value.words.en));
}

describe('somebody who wants to know before deciding', () => {
  it('of 64 asks what DIS does', async () => {
    const test = await inService();
    toCalculators(test);
    test.press({ type: 'CALCULATE', calculator: 'dis-share' });
    expect(test.on('calculator-ask')).toMatchObject({
      page: 'age',
      words: 'calculator.dis-share.age',
      value: '',
    });
    answerAll(test, '64');
    expect(figuresOf(test)).toContainEqual({ core: '0.0', older: '100.0' });
    expect(figuresOf(test)).toHaveLength(2);
  });

  it('is paid by the day and asks what is due for it', async () => {
    const test = await inService();
    toCalculators(test);
    test.press({ type: 'CALCULATE', calculator: 'contribution-amount' });
    answerAll(test, 'between', 'no', 'other', '1', '900');
    expect(figuresOf(test)).toEqual([{ amount: '45.00' }, { amount: '45.00' }]);
  });

  it('asks for the dealing day, and is asked nothing for it', async () => {
    const test = await inService();
    toCalculators(test);
    test.press({ type: 'CALCULATE', calculator: 'dealing-day' });
    expect(figuresOf(test)).toHaveLength(2);
    test.press({ type: 'BACK' });
    expect(test.on('menu').group).toBe('calculators');
  });

  it('is told what is wrong with an age, and what was typed stays', async () => {
    const test = await inService();
    toCalculators(test);
    test.press({ type: 'CALCULATE', calculator: 'dis-share' }, { type: 'FIELD_DRAFT', value: '6' });
    answerAll(test, '6');
    expect(test.on('calculator-ask')).toMatchObject({
      value: '6',
      error: { code: 'calculator-age', params: { least: 16, most: 120 } },
    });
  });

  it('goes back page by page, changes an answer and sees the sum anew', async () => {
    const test = await inService();
    toCalculators(test);
    test.press({ type: 'CALCULATE', calculator: 'contribution-amount' });
    answerAll(test, 'between', 'no', 'monthly', '7000');
    expect(figuresOf(test)).toEqual([{ amount: '350.00' }, { amount: '0.00' }]);
    test.press({ type: 'BACK' });
    expect(test.on('calculator-ask')).toMatchObject({ page: 'income', value: '7000.00' });
    test.press({ type: 'BACK' });
    expect(test.on('calculator-ask')).toMatchObject({ page: 'paid', value: 'monthly' });
    answerAll(test, 'other', '7', '7000');
    expect(figuresOf(test)).toEqual([{ amount: '350.00' }, { amount: '350.00' }]);
  });

  it('goes on to another calculation, to the menu, or away', async () => {
    const test = await inService();
    toCalculators(test);
    test.press({ type: 'CALCULATE', calculator: 'dealing-day' }, { type: 'CONTINUE' });
    expect(test.on('menu').group).toBe('calculators');
    test.press({ type: 'CALCULATE', calculator: 'dealing-day' }, { type: 'MENU', locale: 'en' });
    expect(test.on('menu').group).toBeNull();
    test.press({ type: 'CHOOSE_GROUP', group: 'calculators' });
    test.press({ type: 'CALCULATE', calculator: 'dealing-day' }, { type: 'DONE' });
    expect(test.on('ended').how).toBe('left');
    expect(test.ports.submitted).toEqual([]);
  });

  it('cannot leave by a button that is not on the page', async () => {
    const test = await inService();
    toCalculators(test);
    test.press({ type: 'CALCULATE', calculator: 'dis-share' });
    expect(test.tap({ type: 'DONE' }).accepted).toBe(false);
    expect(test.tap({ type: 'CONTINUE' }).accepted).toBe(false);
  });

  it('has nothing at stake, and who walks away leaves nothing of what was typed', async () => {
    const test = await inService();
    toCalculators(test);
    test.press({ type: 'CALCULATE', calculator: 'contribution-amount' });
    answerAll(test, 'between', 'no', 'monthly', '23456.78');
    await test.wait(test.delays.idleAfter);
    expect(test.view().overlay).toMatchObject({ id: 'idle-warning', stake: 'nothing' });
    expect(JSON.stringify(test.held())).toContain('23456.78');
    await test.wait(test.delays.idleWarning + test.delays.endedCloses);
    expect(test.on('attract')).toEqual({ id: 'attract' });
    expect(JSON.stringify(test.held())).not.toContain('23456.78');
  });

  it('calls staff in the middle and finds the page as it was', async () => {
    const test = await inService();
    toCalculators(test);
    test.press({ type: 'CALCULATE', calculator: 'dis-share' }, { type: 'FIELD_DRAFT', value: '5' });
    test.press({ type: 'ASK_STAFF' });
    expect(test.view().overlay?.id).toBe('help-called');
    test.press({ type: 'CANCEL_HELP' });
    expect(test.on('calculator-ask').value).toBe('5');
  });
});
