import { describe, expect, it } from 'vitest';
import { SAMPLE_RULES } from '../../../domain/catalogue/testing/sample-rules.ts';
import { fail, ok } from '../../../domain/result.ts';
import { clerkAfter } from '../../testing/clerk.ts';
import type { TestTerminal } from '../../testing/harness.ts';
import { fakeFiles } from '../../testing/files.ts';

const ACCOUNT = '3777463656273';
const SCHEME = 'bea-value';
const RULES = { ...SAMPLE_RULES, employerAccount: ACCOUNT, scheme: SCHEME };

/** An employer's clerk, identified, at the page that asks the platform for the company's rules. */
function clerk(says: (ports: TestTerminal['ports']) => void, way = 'file'): Promise<TestTerminal> {
  const before = way === 'file' ? ['yes', 'file', 'no'] : ['yes', 'form', '1', 'yes', 'no'];
  return clerkAfter([...before, 'Lantern Street Bakery Ltd', ACCOUNT, SCHEME], (ports) => {
    Object.assign(ports, { files: fakeFiles() });
    says(ports);
  });
}

function asked(test: TestTerminal) {
  const { ask, page } = test.on('ask');
  if (ask.type !== 'statement') throw new Error(`${page} is no statement`);
  const [first] = ask.paragraphs;
  return { page, says: first !== undefined && 'message' in first ? first.message.split('.').at(-1) : '' };
}

const optionsOf = (test: TestTerminal): readonly string[] => {
  const { ask } = test.on('ask');
  return ask.type === 'choice' ? ask.options.map(({ code }) => code) : [];
};

describe('a clerk pays for a company that described its rules once', () => {
  it('is shown them, asked for with the document, for that account and scheme', async () => {
    const test = await clerk((ports) => (ports.rulesAnswer = ok(RULES)));
    expect(asked(test)).toEqual({ page: 'stored-rules', says: 'asking' });
    await test.settle();
    expect(asked(test)).toEqual({ page: 'stored-rules', says: 'found' });
    expect(test.ports.rulesAsked).toMatchObject([
      { employerAccount: ACCOUNT, scheme: SCHEME, identification: { means: 'reader', attestation: null } },
    ]);
    test.press({ type: 'ANSWER', value: 'read' });
    expect(optionsOf(test)).toEqual(['stored', 'drive']);
  });

  it('cannot be given other rules by a page', async () => {
    const test = await clerk((ports) => (ports.rulesAnswer = ok(RULES)));
    await test.settle();
    const forged = JSON.stringify({ state: 'none', employerAccount: ACCOUNT, scheme: SCHEME });
    test.tap({ type: 'ANSWER', value: forged });
    expect(asked(test).page).toBe('stored-rules');
  });

  it('has them asked for anew after another account', async () => {
    const test = await clerk((ports) => (ports.rulesAnswer = ok(RULES)));
    await test.settle();
    test.press({ type: 'BACK' }, { type: 'BACK' });
    expect(test.on('ask').page).toBe('employer-account');
    test.press({ type: 'ANSWER', value: '99990000' }, { type: 'ANSWER', value: SCHEME });
    expect(asked(test)).toEqual({ page: 'stored-rules', says: 'asking' });
    expect(test.ports.rulesAsked.at(-1)).toMatchObject({ employerAccount: '99990000' });
  });

  it('who parks it has them asked for again: the slip does not carry them', async () => {
    const test = await clerk((ports) => (ports.rulesAnswer = ok(RULES)), 'form');
    await test.settle();
    test.press({ type: 'ANSWER', value: 'read' });
    test.press({ type: 'FINISH_LATER' }, { type: 'FINISH_LATER_CONFIRM' });
    await test.settle();
    const [parked] = [...test.ports.parked.values()];
    expect(parked?.draft.answers).toHaveProperty('employer-account', ACCOUNT);
    expect(parked?.draft.answers).not.toHaveProperty('stored-rules');
  });
});

describe('a clerk pays, and the rules do not come', () => {
  it.each([
    ['the company described none', fail('not-found'), 'none'],
    ['there is no network', fail('offline'), 'not-fetched'],
    ['the platform is busy', fail('unavailable'), 'not-fetched'],
    ['the way there breaks', 'rejects', 'not-fetched'],
  ] as const)('%s: it is said, and what is not checked', async (_, answer, says) => {
    const test = await clerk((ports) => (ports.rulesAnswer = answer));
    await test.settle();
    expect(asked(test).says).toBe(says);
    test.press({ type: 'ANSWER', value: 'read' });
    expect(optionsOf(test)).toEqual(['drive', 'none']);
  });

  it('nothing ever comes: whoever does not wait goes on without', async () => {
    const test = await clerk((ports) => (ports.rulesAnswer = 'silent'));
    expect(asked(test).says).toBe('asking');
    test.press({ type: 'ANSWER', value: 'read' });
    expect(optionsOf(test)).toEqual(['drive', 'none']);
  });
});
