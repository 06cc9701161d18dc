import { describe, expect, it } from 'vitest';
import { formatReference } from '../../../domain/reference.ts';
import { parseResumeCode, RESUME_RANDOM_BYTES, resumeCodeFrom } from '../../../domain/parking/resume-code.ts';
import { inService } from '../../testing/harness.ts';

const referenceOf = (terminalId: string) => formatReference({ terminalId, epoch: 1, counter: 42 });

describe('a slip that was made in practice', () => {
  it('is told from a real one by its reference, before anybody types a code', async () => {
    const test = await inService();
    test.network(true);
    test.press(
      { type: 'ENQUIRE', locale: 'en' },
      { type: 'ENQUIRE_BY', by: 'code' },
      { type: 'ANSWER', value: referenceOf('X0127') },
    );
    expect(test.on('enquiry-reference').error).toBe('practice-slip');
    test.press({ type: 'ANSWER', value: referenceOf('K0127') });
    expect(test.view().screen.id).toBe('enquiry-code');
  });

  it('carries its mark in the code that is scanned or typed', () => {
    const random = new Uint8Array(RESUME_RANDOM_BYTES).fill(7);
    expect(parseResumeCode(resumeCodeFrom(random, true))).toMatchObject({ practice: true });
    expect(parseResumeCode(resumeCodeFrom(random))).toMatchObject({ practice: false });
    expect(parseResumeCode(resumeCodeFrom(random, true))?.secret).toEqual(
      parseResumeCode(resumeCodeFrom(random))?.secret,
    );
  });
});

describe('in practice', () => {
  it('a real slip is sent back to work', async () => {
    const test = await inService({}, { config: { terminalId: 'X0127' } });
    test.network(true);
    test.press(
      { type: 'ENQUIRE', locale: 'en' },
      { type: 'ENQUIRE_BY', by: 'code' },
      { type: 'ANSWER', value: referenceOf('K0127') },
    );
    expect(test.on('enquiry-reference').error).toBe('live-slip');
  });

  it('nobody types a real number', async () => {
    const test = await inService({}, { config: { terminalId: 'X0127' } });
    test.goToReader();
    test.press({ type: 'NO_HKID' }, { type: 'TYPE_NUMBER' }, { type: 'ANSWER', value: 'M1133581' });
    expect(test.on('typed-number').error).toBe('practice-number');
    test.press({ type: 'ANSWER', value: 'Z9001426' });
    expect(test.view().screen.id).toBe('typed-number-check');
  });
});
