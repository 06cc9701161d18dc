import { describe, expect, it } from 'vitest';
import { assuranceOf } from '../../../domain/assurance.ts';
import { definitionOf } from '../../../domain/catalogue/catalogue.ts';
import { completed } from '../../../domain/catalogue/testing/answering.ts';
import { instructionSchema } from '../../../domain/catalogue/instruction.ts';
import type { InstructionKind } from '../../../domain/kinds/kinds.ts';
import { SAMPLE_CONTRIBUTIONS } from '../../../domain/records/records.fixture.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../../domain/reference-data/embedded/embedded.ts';
import { fail, ok } from '../../../domain/result.ts';
import type { TerminalConfig } from '../../outside.ts';
import { foundAs, inService, LEFT_ID, type TestTerminal } from '../../testing/harness.ts';
import { adult01, leftBefore } from '../../testing/people.ts';

const SUPERVISED = { supervised: true } as const;
/** Old enough to take money out. */
const OLD = { ...adult01, dateOfBirth: { year: 1951, month: 4, day: 2 } };

async function atTheEnd(kind: InstructionKind, config: Partial<TerminalConfig> = SUPERVISED) {
  const test = await inService({}, { config });
  test.network(true);
  test.press(
    { type: 'MENU', locale: 'en' },
    { type: 'CHOOSE_GROUP', group: 'details' },
    { type: 'CHOOSE_KIND', kind },
    { type: 'CONTINUE' },
  );
  test.layCard();
  test.read(OLD);
  test.press({ type: 'CONTINUE' });
  const identified = { means: 'reader', document: OLD } as const;
  const atServiceCentre = config.serviceCentre === true;
  const start = {
    ...{ answers: {}, identified, online: true, now: test.ports.now(), today: '2026-11-23' },
    atServiceCentre,
  };
  const run = completed(definitionOf(kind), { ...start, data: EMBEDDED_REFERENCE_DATA });
  for (let shown = test.view().screen; shown.id === 'ask'; shown = test.view().screen) {
    test.press({ type: 'ANSWER', value: run?.facts.answers[shown.page] ?? '' });
  }
  return test;
}

async function takeOver(test: TestTerminal, badge: string, pin: string): Promise<void> {
  test.scanBadge(badge);
  test.press({ type: 'STAFF_PIN', pin });
  await test.settle();
}

/** The officer first, then the supervisor at the same screen. */
async function attestedByTwo(test: TestTerminal): Promise<void> {
  await test.signIn('badge-officer-01');
  test.attest();
  await takeOver(test, 'badge-officer-02', '730155');
  test.attest();
  test.press({ type: 'HAND_BACK' });
}

describe('a change of particulars where a supervisor can come', () => {
  it('is submitted after an officer and a supervisor looked, one after the other', async () => {
    const test = await atTheEnd('particulars-change');
    expect(test.on('staff-needed')).toMatchObject({
      staff: true,
      onlyIamSmart: false,
      byTwo: true,
      second: false,
    });
    test.press({ type: 'ASK_STAFF' });
    await test.signIn('badge-officer-01');
    test.attest();
    expect(test.on('staff-needed').second).toBe(true);
    // The same officer cannot be the second.
    expect(test.tap({ type: 'STAFF_ATTEST' }).accepted).toBe(false);
    await takeOver(test, 'badge-officer-02', '730155');
    test.attest();
    test.press({ type: 'HAND_BACK' });
    const review = test.on('instruction-review');
    expect(review.identity.filter(({ key }) => key === 'attested-by').map(({ value }) => value)).toEqual([
      'S-1001',
      'S-1002',
    ]);
    test.press({ type: 'CONTINUE' }, { type: 'SUBMIT' });
    await test.settle();
    const payload = instructionSchema(definitionOf('particulars-change')).parse(
      test.ports.submitted[0]?.payload,
    );
    expect(payload.identification === null ? 0 : assuranceOf(payload.identification)).toBe(3);
  });

  it('one officer alone is not enough: it goes on with iAM Smart, or is prepared', async () => {
    const test = await atTheEnd('particulars-change');
    test.press({ type: 'ASK_STAFF' });
    await test.signIn('badge-officer-01');
    test.attest();
    test.press({ type: 'HAND_BACK' });
    expect(test.on('staff-needed')).toMatchObject({ iamSmart: 'offered', second: true, prepare: true });
    test.press({ type: 'PREPARE_ONLY' });
    expect(test.on('instruction-review').ending).toBe('prepare');
  });

  it('a supervisor who looked first is one person: another supervisor is wanted, and no officer', async () => {
    const test = await atTheEnd('particulars-change');
    await test.signIn('badge-officer-02');
    test.attest();
    await takeOver(test, 'badge-officer-01', '482916');
    expect(test.tap({ type: 'STAFF_ATTEST' }).accepted).toBe(false);
  });

  it('where none can come, nothing of a second person is said', async () => {
    const test = await atTheEnd('particulars-change', { supervised: false });
    expect(test.on('staff-needed')).toMatchObject({ staff: false, onlyIamSmart: true, byTwo: false });
  });
});

it('money out of the MPF takes iAM Smart, whoever looks', async () => {
  const test = await atTheEnd('benefit-withdrawal');
  expect(test.on('staff-needed')).toMatchObject({ staff: false, onlyIamSmart: true, byTwo: false });
});

describe('in a service centre', () => {
  it('money is taken out after an officer and a supervisor looked', async () => {
    const test = await atTheEnd('benefit-withdrawal', { serviceCentre: true });
    expect(test.on('staff-needed')).toMatchObject({ staff: true, onlyIamSmart: false, byTwo: true });
    test.press({ type: 'ASK_STAFF' });
    await attestedByTwo(test);
    expect(test.on('instruction-review').ending).toBe('submit');
    test.press({ type: 'CONTINUE' }, { type: 'SUBMIT' });
    await test.settle();
    expect(test.ports.submitted.map(({ kind }) => kind)).toEqual(['benefit-withdrawal']);
  });

  it('one of them alone is not enough', async () => {
    const test = await atTheEnd('benefit-withdrawal', { serviceCentre: true });
    test.press({ type: 'ASK_STAFF' });
    await test.signIn('badge-officer-01');
    test.attest();
    test.press({ type: 'HAND_BACK' });
    expect(test.on('staff-needed')).toMatchObject({ second: true, prepare: true });
    expect(test.ports.submitted).toEqual([]);
  });
});

it('months of contributions are shown after two have looked', async () => {
  const test = await inService({}, { config: SUPERVISED });
  test.network(true);
  test.press(
    { type: 'MENU', locale: 'en' },
    { type: 'CHOOSE_GROUP', group: 'contributions' },
    { type: 'CHOOSE_KIND', kind: 'contribution-enquiry' },
    { type: 'CONTINUE' },
  );
  test.layCard();
  test.read(adult01);
  test.press({ type: 'CONTINUE' });
  expect(test.on('look-up-offer')).toMatchObject({ staff: true, byTwo: true });
  test.ports.records = ok(SAMPLE_CONTRIBUTIONS);
  await attestedByTwo(test);
  await test.settle();
  expect(test.on('ask').page).toBe('records');
});

describe('a correction of what was left with iAM Smart', () => {
  async function correcting(config: { readonly supervised: boolean }): Promise<TestTerminal> {
    const test = await inService({}, { config });
    test.ports.enquiryAnswer = foundAs('needs-correction', 'details-differ');
    await test.enquire();
    test.press({ type: 'CORRECT' }, { type: 'CONTINUE' });
    test.layCard();
    test.read(adult01);
    test.ports.correction = fail('assurance-too-low');
    test.press({ type: 'CONTINUE' });
    await test.signIn('badge-officer-01');
    test.attest();
    await test.settle();
    return test;
  }

  it('is opened after a supervisor has looked as well', async () => {
    const test = await correcting(SUPERVISED);
    expect(test.on('staff-needed')).toMatchObject({ byTwo: true, second: true });
    test.ports.correction = ok({ id: LEFT_ID, code: 'details-differ', payload: leftBefore });
    await takeOver(test, 'badge-officer-02', '730155');
    test.attest();
    await test.settle();
    expect(test.ports.correctionsOpened).toHaveLength(2);
    expect(test.view().screen.id).toBe('question');
  });

  it('or with iAM Smart, where no supervisor comes', async () => {
    const test = await correcting({ supervised: false });
    test.press({ type: 'HAND_BACK' });
    expect(test.on('staff-needed')).toMatchObject({ iamSmart: 'offered', onlyIamSmart: true });
  });

  it('and still too little after that: said, and not asked a third time', async () => {
    const test = await correcting(SUPERVISED);
    await takeOver(test, 'badge-officer-02', '730155');
    test.attest();
    await test.settle();
    expect(test.on('enquiry-trouble').fault).toBe('assurance-too-low');
  });
});
