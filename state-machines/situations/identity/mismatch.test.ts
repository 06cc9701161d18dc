import { describe, expect, it } from 'vitest';
import { canonicalHkid, formatHkid } from '../../../domain/identity/document/hkid.ts';
import { registrationPayloadSchema } from '../../../domain/registration/payload.ts';
import { ok } from '../../../domain/result.ts';
import { foundAs, inService, LEFT_ID, typeNumber, type TestTerminal } from '../../testing/harness.ts';
import { adult01, CANARIES, leftBefore } from '../../testing/people.ts';

const NUMBER = formatHkid(adult01.number);

/** The reader could not read: the member typed number, name and birth date; then it read the card after all. */
async function readAfterTyping(surname: string, dateOfBirth = '1961-04'): Promise<TestTerminal> {
  const test = await inService();
  typeNumber(test, NUMBER);
  test.answer('surname', surname);
  test.answer('given-names', adult01.givenNames);
  test.answer('chinese-codes', '');
  test.answer('date-of-birth', dateOfBirth);
  test.press({ type: 'BACK' }, { type: 'BACK' }, { type: 'BACK' }, { type: 'BACK' }, { type: 'BACK' });
  test.press({ type: 'BACK' }, { type: 'BACK' });
  test.on('identify');
  test.layCard();
  test.read(adult01);
  test.press({ type: 'CONTINUE' });
  return test;
}

async function submit(test: TestTerminal): Promise<unknown> {
  test.press({ type: 'CONTINUE' }, { type: 'SUBMIT' });
  await test.settle();
  return test.ports.submitted.at(-1)?.payload;
}

describe('the card that is read is not as it was typed', () => {
  it('says what differs, without the number, and what to bring', async () => {
    const test = await readAfterTyping('QUILLFEATHAR');
    const screen = test.on('mismatch');
    expect(screen).toMatchObject({
      against: 'typed',
      now: 'card',
      differences: [{ field: 'surname', extent: 'one-letter', here: 'QUILLFEATHER', there: 'QUILLFEATHAR' }],
    });
    expect(screen.bring.length).toBeGreaterThan(1);
    expect(screen.where?.every(({ kind }) => kind === 'service-centre')).toBe(true);
    expect(JSON.stringify(test.view())).not.toContain(adult01.number.body);
  });

  it('goes on with the card when the member mistyped it, and nothing of the slip is sent', async () => {
    const test = await readAfterTyping('QUILLFEATHAR');
    test.press({ type: 'CARD_IS_RIGHT' });
    test.answerAll();
    await test.signIn();
    test.attest();
    test.press({ type: 'HAND_BACK' });
    expect(test.on('review').rows.map(({ key }) => key)).not.toContain('mismatch');
    const payload = await submit(test);
    expect(payload).toMatchObject({ person: { surname: 'QUILLFEATHER' } });
    expect(payload).not.toHaveProperty('mismatch');
  });

  it('is left as a case where both should stand: letters as printed, the other beside them', async () => {
    const test = await readAfterTyping('QUILLFEATHAR', '1961-05');
    test.press({ type: 'CONTINUE' });
    test.answerAll();
    await test.signIn();
    test.attest();
    test.press({ type: 'HAND_BACK' });
    const row = test.on('review').rows.find(({ key }) => key === 'mismatch');
    expect(row?.value).toBe('surname,date-of-birth');
    const payload = await submit(test);
    expect(registrationPayloadSchema.safeParse(payload).success).toBe(true);
    expect(payload).toMatchObject({
      person: { surname: 'QUILLFEATHER', hkid: canonicalHkid(adult01.number) },
      mismatch: {
        against: 'typed',
        told: { surname: 'QUILLFEATHAR', dateOfBirth: '1961-05' },
        evidence: ['identity-card', 'record-seen', 'deed-poll', 'birth-certificate'],
      },
    });
    expect(test.on('receipt').tell[0]).toEqual({ message: 'mismatch.receipt' });
  });

  it('asks nothing where they agree', async () => {
    const test = await readAfterTyping('quillfeather');
    expect(test.on('question').step).toBe('contact-channel');
  });

  it('can be read again from there', async () => {
    const test = await readAfterTyping('QUILLFEATHAR');
    test.press({ type: 'BACK' });
    test.on('read-result');
  });

  it('holds nothing of it after the visit', async () => {
    const test = await readAfterTyping('QUILLFEATHAR');
    test.press({ type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' });
    const text = JSON.stringify([test.view(), test.held(), test.ports.audited]);
    expect([...CANARIES, 'QUILLFEATHAR'].filter((canary) => text.includes(canary))).toEqual([]);
  });
});

describe('the platform has the member otherwise than the card', () => {
  it('is said before the correction is reviewed, and left as a case', async () => {
    const test = await inService();
    const person = { ...leftBefore.person, surname: 'Ondine', givenNames: 'QUILLFEATHER Vesper' };
    test.ports.correction = ok({
      id: LEFT_ID,
      code: 'details-differ',
      payload: { ...leftBefore, person },
    } as const);
    test.ports.enquiryAnswer = foundAs('needs-correction', 'details-differ');
    await test.enquire();
    test.press({ type: 'CORRECT' }, { type: 'CONTINUE' });
    test.layCard();
    test.read(adult01);
    test.press({ type: 'CONTINUE' });
    await test.signIn();
    test.attest();
    await test.settle();
    test.press({ type: 'HAND_BACK' });
    test.answerAll();
    expect(test.on('mismatch')).toMatchObject({
      against: 'record',
      differences: [{ field: 'name-order', there: 'Ondine, QUILLFEATHER Vesper' }],
    });
    expect(test.tap({ type: 'CARD_IS_RIGHT' }).accepted).toBe(false);
    test.press({ type: 'BACK' });
    expect(test.on('question').step).toBe('optional-uses');
    test.answer('optional-uses', '');
    test.press({ type: 'CONTINUE' });
    test.on('review');
    expect(await submit(test)).toMatchObject({ mismatch: { against: 'record' } });
  });
});

describe('a typed name after staff attested', () => {
  async function attested(): Promise<TestTerminal> {
    const test = await inService();
    typeNumber(test, NUMBER);
    test.answer('surname', 'QUILLFEATHER');
    test.answer('given-names', 'Ondine Vesper');
    test.answer('chinese-codes', '');
    test.answer('date-of-birth', '1961-04');
    test.answerAll();
    expect(test.on('staff-needed').reason).toBe('attestation');
    await test.signIn();
    test.attest();
    test.press({ type: 'HAND_BACK' });
    test.on('review');
    return test;
  }

  it('is changed: the signature no longer counts, and the page says so', async () => {
    const test = await attested();
    test.press({ type: 'CHANGE', step: 'surname' });
    test.answer('surname', 'QUILLFEATHAR');
    test.answer('given-names', 'Ondine Vesper');
    expect(test.on('staff-needed').reason).toBe('changed');
    await test.signIn();
    test.attest();
    test.press({ type: 'HAND_BACK' });
    expect(await submit(test)).toMatchObject({
      person: { surname: 'QUILLFEATHAR' },
      identification: { attestation: { cardSeen: true } },
    });
  });

  it('is looked at and left as it was: nothing falls away', async () => {
    const test = await attested();
    test.press({ type: 'CHANGE', step: 'surname' });
    test.answer('surname', 'QUILLFEATHER');
    test.press({ type: 'BACK' }, { type: 'BACK' });
    test.on('review');
  });

  it('is signed for by name: staff read what was typed before they sign', async () => {
    const test = await inService();
    typeNumber(test, NUMBER);
    test.answer('surname', 'QUILLFEATHER');
    test.answer('given-names', '');
    test.answer('chinese-codes', '');
    test.answer('date-of-birth', '1961-04');
    await test.signIn();
    test.press({ type: 'STAFF_ATTEST' });
    expect(test.on('attest').typed).toBeNull();
    test.press({ type: 'NUMBER_MATCHES', matches: true });
    for (const { feature } of test.on('attest').features) {
      test.press({ type: 'TICK_FEATURE', feature, ticked: true });
    }
    test.press({ type: 'CONTINUE' }, { type: 'FACE_COMPARED', same: true });
    expect(test.on('attest')).toMatchObject({
      page: 'sign',
      number: null,
      typed: { name: 'QUILLFEATHER', dateOfBirth: '1961-04' },
    });
  });
});

describe('the card is right, and a record of the member is not', () => {
  /** At what was read, and on to what the record has. */
  async function atTheRecord(): Promise<TestTerminal> {
    const test = await inService();
    test.identify();
    expect(test.on('read-result').canDiffer).toBe(true);
    test.press({ type: 'RECORD_DIFFERS' });
    return test;
  }

  function say(test: TestTerminal, ...values: readonly string[]): void {
    for (const value of values) test.press({ type: 'ANSWER', value });
  }

  it('is asked one thing a page, as on the card until it is typed otherwise, and left as a case', async () => {
    const test = await atTheRecord();
    expect(test.on('record-says')).toMatchObject({ step: 'surname', value: 'QUILLFEATHER' });
    say(test, 'QUILLFEATHAR');
    expect(test.on('record-says')).toMatchObject({ step: 'given-names', value: adult01.givenNames });
    say(test, adult01.givenNames);
    expect(test.on('record-says')).toMatchObject({ step: 'date-of-birth', value: '1961-04' });
    say(test, '1961-05');
    expect(test.on('mismatch')).toMatchObject({
      against: 'said',
      now: 'card',
      differences: [
        { field: 'surname', here: 'QUILLFEATHER', there: 'QUILLFEATHAR' },
        { field: 'date-of-birth', here: '1961-04', there: '1961-05' },
      ],
    });
    test.press({ type: 'CONTINUE' });
    test.answerAll();
    await test.signIn();
    test.attest();
    test.press({ type: 'HAND_BACK' });
    const payload = await submit(test);
    expect(registrationPayloadSchema.safeParse(payload).success).toBe(true);
    expect(payload).toMatchObject({
      person: { surname: 'QUILLFEATHER' },
      mismatch: { against: 'said', told: { surname: 'QUILLFEATHAR', dateOfBirth: '1961-05' } },
    });
  });

  it('has the record as the card after all: nothing is left as a case', async () => {
    const test = await atTheRecord();
    say(test, 'QUILLFEATHER', adult01.givenNames, '1961-04');
    test.answerAll();
    test.on('staff-needed');
  });

  it('says that the card is right after all, on the page that shows both', async () => {
    const test = await atTheRecord();
    say(test, 'QUILLFEATHAR', adult01.givenNames, '1961-04');
    test.press({ type: 'CARD_IS_RIGHT' });
    test.answerAll();
    test.on('staff-needed');
  });

  it('types what can be no name: said at once, and Back leads to the card', async () => {
    const test = await atTheRecord();
    say(test, '1234');
    expect(test.on('record-says')).toMatchObject({
      step: 'surname',
      value: '1234',
      error: 'name-characters',
    });
    test.press({ type: 'BACK' });
    test.on('read-result');
    test.press({ type: 'RECORD_DIFFERS' });
    expect(test.on('record-says')).toMatchObject({ value: 'QUILLFEATHER', error: null });
  });

  it('is not asked of somebody who only wants to know what became of something', async () => {
    const test = await inService();
    test.network(true);
    test.press(
      { type: 'ENQUIRE', locale: 'en' },
      { type: 'ENQUIRE_BY', by: 'document' },
      { type: 'CONTINUE' },
    );
    test.layCard();
    test.read(adult01);
    expect(test.on('read-result').canDiffer).toBe(false);
    expect(test.tap({ type: 'RECORD_DIFFERS' }).accepted).toBe(false);
  });
});
