import { describe, expect, it } from 'vitest';
import { AUDIT_CATALOGUE } from '../../domain/terminal/audit.ts';
import { adult01, CANARIES } from '../testing/people.ts';
import { foundAs, inService, LEFT, typeNumber } from '../testing/harness.ts';

describe('the audit entries of a day', () => {
  it('are as the catalogue says, and hold nothing of anyone', async () => {
    const test = await inService();
    await test.goToReceipt();
    test.press({ type: 'DONE' }, { type: 'DONE' });
    test.liftCard();
    typeNumber(test);
    test.press({ type: 'ASK_STAFF' });
    await test.wait(test.delays.helpNobodyCame);
    test.scanBadge('badge-officer-01');
    test.press({ type: 'STAFF_PIN', pin: '0000' });
    await test.settle();
    await test.signIn();
    test.press({ type: 'STAFF_ATTEST' }, { type: 'NUMBER_MATCHES', matches: false }, { type: 'HAND_BACK' });
    test.press({ type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' }, { type: 'DONE' });
    test.goToReader();
    test.layCard();
    test.liftCard();
    test.terminal.enterOutOfService('disk-full');
    test.ports.store = 'disk-full';
    await test.wait(test.delays.selfTestRetry);
    await test.goToReview();
    test.press({ type: 'CONTINUE' }, { type: 'SUBMIT' });
    await test.settle();

    test.press({ type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' }, { type: 'DONE' });
    test.ports.enquiryAnswer = foundAs('needs-correction', 'details-differ');
    await test.enquire();
    test.press({ type: 'CORRECT' }, { type: 'CONTINUE' });
    test.liftCard();
    test.layCard();
    test.read(adult01);
    test.press({ type: 'CONTINUE' });
    await test.signIn();
    test.attest();
    await test.settle();

    const { audited } = test.ports;
    const wrong = audited.filter(({ event, actor, detail }) => {
      const facts = AUDIT_CATALOGUE[event];
      const keys = Object.keys(detail ?? {});
      return !facts.actors.includes(actor) || keys.some((key) => !facts.detail.includes(key));
    });
    expect(wrong).toEqual([]);
    expect(
      [...CANARIES, ...Object.values(LEFT)].filter((canary) => JSON.stringify(audited).includes(canary)),
    ).toEqual([]);
    expect([...new Set(audited.map(({ event }) => event))].sort()).toEqual([
      'correction.opened',
      'document.read',
      'document.read-failed',
      'document.typed',
      'enquiry.made',
      'help.asked',
      'help.nobody-came',
      'session.ended',
      'session.started',
      'session.wiped',
      'staff.attested',
      'staff.handed-back',
      'staff.sign-in-refused',
      'staff.signed-in',
      'submission.not-kept',
      'terminal.out-of-service',
      'terminal.started',
    ]);
  });

  it('name the staff member of every act of staff, and the session of every act in it', async () => {
    const test = await inService();
    await test.goToReceipt();
    const byStaff = test.ports.audited.filter(({ actor }) => actor === 'staff');
    expect(byStaff.map(({ event, staffId }) => [event, staffId])).toEqual([
      ['staff.signed-in', 'S-1001'],
      ['staff.attested', 'S-1001'],
      ['staff.handed-back', 'S-1001'],
    ]);
    const unnamed = test.ports.audited.filter(({ sessionId }) => sessionId === undefined);
    expect(unnamed.map(({ event }) => event)).toEqual(['terminal.started']);
  });
});
