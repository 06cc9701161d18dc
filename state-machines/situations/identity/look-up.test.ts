import { describe, expect, it } from 'vitest';
import { definitionOf } from '../../../domain/catalogue/catalogue.ts';
import { instructionSchema } from '../../../domain/catalogue/instruction.ts';
import { SIGN_IN_ASKED_AGAIN_AFTER_SECONDS } from '../../../domain/identity/proof/iam-smart.ts';
import type { InstructionKind } from '../../../domain/kinds/kinds.ts';
import { MENU, MENU_GROUPS } from '../../../domain/kinds/menu.ts';
import { SAMPLE_ACCOUNTS, SAMPLE_CONTRIBUTIONS } from '../../../domain/records/records.fixture.ts';
import { fail, ok } from '../../../domain/result.ts';
import { inService, type TestTerminal } from '../../testing/harness.ts';
import { adult01, adult02, typedNumberText } from '../../testing/people.ts';

const TOKEN = 'a.signed.word.of.the.gateway';
const APPROVED = ok({ state: 'approved', token: TOKEN } as const);
const ACCOUNT = '99310027';

async function atTheReader(kind: InstructionKind, online = true): Promise<TestTerminal> {
  const test = await inService();
  test.network(online);
  const group = MENU_GROUPS.find((name) => MENU[name].some((item) => item === kind));
  if (group === undefined) throw new Error(kind);
  test.press(
    { type: 'MENU', locale: 'en' },
    { type: 'CHOOSE_GROUP', group },
    { type: 'CHOOSE_KIND', kind },
    { type: 'CONTINUE' },
  );
  return test;
}

async function withCard(kind: InstructionKind, online = true): Promise<TestTerminal> {
  const test = await atTheReader(kind, online);
  test.layCard();
  test.read(adult01);
  test.press({ type: 'CONTINUE' });
  return test;
}

async function signInByPhone(test: TestTerminal): Promise<void> {
  test.press({ type: 'IAM_SMART' });
  await test.settle();
  test.on('iam-smart-code');
  test.ports.phone = APPROVED;
  await test.wait(test.delays.iamSmartAsk);
}

async function attestedByStaff(test: TestTerminal): Promise<void> {
  test.press({ type: 'ASK_STAFF' });
  await test.signIn();
  test.attest();
}

/** Every page of a switch out of the looked-up account. */
function answerSwitch(test: TestTerminal): void {
  const answers: Readonly<Record<string, string>> = {
    'known-account': `china-life.${ACCOUNT.slice(-3)}`,
    'contribution-types': 'former-employment',
    mode: 'fund-to-fund',
    'out-fund': 'S02GUAR',
    'out-percentage': '100',
    'into-funds': 'S02ASIA=100',
    another: 'no',
  };
  for (let shown = test.view().screen; shown.id === 'ask'; shown = test.view().screen) {
    test.press({ type: 'ANSWER', value: answers[shown.page] ?? 'read' });
  }
}

describe('a switch with the accounts that the platform has', () => {
  it('is attested before the pages, looked up once the member has the screen back, and submitted without staff', async () => {
    const test = await withCard('fund-switch');
    expect(test.on('look-up-offer')).toMatchObject({
      what: 'accounts',
      staff: true,
      iamSmart: true,
      proven: false,
    });
    test.ports.records = ok(SAMPLE_ACCOUNTS);
    await attestedByStaff(test);
    // Nothing comes up under the eyes of staff.
    expect(test.on('look-up-offer').proven).toBe(true);
    expect(test.ports.lookUps).toEqual([]);
    test.press({ type: 'HAND_BACK' });
    test.on('look-up-asking');
    await test.settle();
    expect(test.on('ask').page).toBe('known-account');
    expect(test.ports.lookUps).toMatchObject([
      { what: 'accounts', identification: { attestation: { staffId: 'S-1001' } } },
    ]);
    answerSwitch(test);
    expect(test.on('instruction-review').rows.map(({ page }) => page)).toContain('known-account');
    test.press({ type: 'CONTINUE' }, { type: 'SUBMIT' });
    await test.settle();
    const payload = instructionSchema(definitionOf('fund-switch')).parse(test.ports.submitted[0]?.payload);
    expect(payload.details).toMatchObject({ scheme: 'china-life', accountNumber: ACCOUNT });
  });

  it('goes on without, types the account, and is attested at its end as before', async () => {
    const test = await withCard('fund-switch');
    test.press({ type: 'CONTINUE' });
    expect(test.on('ask').page).toBe('scheme');
    expect(test.ports.lookUps).toEqual([]);
    // Back before the first page: they may think again.
    test.press({ type: 'BACK' });
    test.on('look-up-offer');
  });

  it('offline nothing is offered, and the pages come at once', async () => {
    const test = await withCard('fund-switch', false);
    expect(test.on('ask').page).toBe('scheme');
  });

  it('the network goes on that page: it says so, and goes on without', async () => {
    const test = await withCard('fund-switch');
    test.network(false);
    expect(test.on('look-up-offer')).toMatchObject({ online: false, staff: false, iamSmart: false });
    test.press({ type: 'CONTINUE' });
    expect(test.on('ask').page).toBe('scheme');
  });

  it('a number that was only typed is looked up once staff have seen the card', async () => {
    const test = await atTheReader('fund-switch');
    test.press({ type: 'TYPE_NUMBER' }, { type: 'ANSWER', value: typedNumberText }, { type: 'CONTINUE' });
    expect(test.on('look-up-offer')).toMatchObject({ staff: true, iamSmart: false });
    test.ports.records = ok(SAMPLE_ACCOUNTS);
    await attestedByStaff(test);
    test.press({ type: 'HAND_BACK' });
    await test.settle();
    expect(test.ports.lookUps).toHaveLength(1);
    expect(test.on('ask').page).toBe('surname');
  });
});

describe('contributions month by month', () => {
  it('are shown to who signs in with iAM Smart, and staff alone are not enough', async () => {
    const test = await withCard('contribution-enquiry');
    expect(test.on('look-up-offer')).toMatchObject({ what: 'contributions', staff: false, iamSmart: true });
    test.ports.records = ok(SAMPLE_CONTRIBUTIONS);
    await signInByPhone(test);
    await test.settle();
    expect(test.ports.lookUps).toMatchObject([
      { what: 'contributions', identification: { iamSmart: { token: TOKEN } } },
    ]);
    expect(test.on('ask').page).toBe('records');
  });

  it('staff come in the middle of the phone: it is over, and the offer stands again', async () => {
    const test = await withCard('contribution-enquiry');
    test.press({ type: 'IAM_SMART' });
    await test.settle();
    test.scanBadge('badge-officer-01');
    test.press({ type: 'STAFF_PIN', pin: '482916' });
    await test.settle();
    test.on('look-up-offer');
    test.ports.phone = APPROVED;
    await test.wait(4 * test.delays.iamSmartAsk);
    expect(test.ports.lookUps).toEqual([]);
  });

  it('given up on the phone, the offer stands as it was', async () => {
    const test = await withCard('contribution-enquiry');
    test.press({ type: 'IAM_SMART' });
    await test.settle();
    test.press({ type: 'BACK' });
    test.on('look-up-offer');
  });
});

describe('no records come', () => {
  it.each([
    ['not-found', false],
    ['too-many-tries', false],
    ['unavailable', true],
  ] as const)('%s: said, and on without', async (code, canRetry) => {
    const test = await withCard('contribution-enquiry');
    test.ports.records = fail(code);
    await signInByPhone(test);
    await test.settle();
    expect(test.on('look-up-trouble')).toMatchObject({ fault: code, canRetry });
    expect(test.tap({ type: 'RETRY' }).accepted).toBe(canRetry);
    await test.settle();
    test.press({ type: 'CONTINUE' });
    expect(test.on('ask').page).toBe('years');
  });

  it('the platform is silent: said after a while, and an answer that comes then is nobody’s', async () => {
    const test = await withCard('contribution-enquiry');
    test.ports.records = 'silent';
    await signInByPhone(test);
    test.on('look-up-asking');
    await test.wait(test.delays.enquiryOverdue);
    expect(test.on('look-up-trouble').fault).toBe('unavailable');
  });

  it('nobody has to wait: on without, and what comes late is dropped', async () => {
    const test = await withCard('contribution-enquiry');
    test.ports.records = ok(SAMPLE_CONTRIBUTIONS);
    test.press({ type: 'IAM_SMART' });
    await test.settle();
    test.ports.phone = APPROVED;
    test.ports.records = 'silent';
    await test.wait(test.delays.iamSmartAsk);
    test.on('look-up-asking');
    test.press({ type: 'CONTINUE' });
    await test.settle();
    expect(test.on('ask').page).toBe('years');
    expect(JSON.stringify(test.held())).not.toContain('1500.00');
  });
});

describe('records live in one visit', () => {
  it('and are nowhere after it', async () => {
    const test = await withCard('contribution-enquiry');
    test.ports.records = ok(SAMPLE_CONTRIBUTIONS);
    await signInByPhone(test);
    await test.settle();
    expect(JSON.stringify(test.held())).toContain('1500.00');
    test.press({ type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' });
    expect(JSON.stringify(test.held())).not.toContain('1500.00');
  });

  it('another card is another person: nothing of the first stays', async () => {
    const test = await withCard('contribution-enquiry');
    test.ports.records = ok(SAMPLE_CONTRIBUTIONS);
    await signInByPhone(test);
    await test.settle();
    test.press({ type: 'BACK' });
    test.on('read-result');
    test.liftCard();
    test.press({ type: 'BACK' });
    test.layCard();
    test.read(adult02);
    test.press({ type: 'CONTINUE' });
    test.on('look-up-offer');
    expect(JSON.stringify(test.held())).not.toContain('1500.00');
  });

  it('a sign-in before pages that took long counts no more at their end: it is asked again', async () => {
    const test = await withCard('fund-switch');
    test.ports.records = ok(SAMPLE_ACCOUNTS);
    await signInByPhone(test);
    await test.settle();
    for (let slept = 0; slept <= SIGN_IN_ASKED_AGAIN_AFTER_SECONDS; slept += 60) {
      await test.wait(60_000);
      test.press({ type: 'ACTIVITY' });
    }
    answerSwitch(test);
    expect(test.on('staff-needed').iamSmart).toBe('offered');
  });
});
