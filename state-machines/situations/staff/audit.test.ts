import { describe, expect, it } from 'vitest';
import { AUDIT_CATALOGUE } from '../../../domain/terminal/audit/catalogue.ts';
import { AUDIT_VALUES } from '../../../domain/terminal/audit/values.ts';
import { SECURITY_FEATURES } from '../../../domain/identity/staff.ts';
import type { AuditEntry } from '../../../domain/terminal/audit/entry.ts';
import { adult01, CANARIES } from '../../testing/people.ts';
import { foundAs, inService, LEFT, typeNumber } from '../../testing/harness.ts';

/** Every word is one of the closed list of its key; the queue refuses any other. */
function parsesAsAudit({ event, detail }: AuditEntry): boolean {
  return Object.entries(detail ?? {}).every(([key, value]) => {
    const allowed = AUDIT_VALUES[key];
    return AUDIT_CATALOGUE[event].detail.includes(key) && Array.isArray(allowed) && allowed.includes(value);
  });
}

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
      'staff.acted',
      'staff.attested',
      'staff.handed-back',
      'staff.sign-in-refused',
      'staff.signed-in',
      'submission.not-kept',
      'terminal.out-of-service',
      'terminal.started',
    ]);
  });

  it('say who of the staff did what in a session, and nothing of what was answered', async () => {
    const test = await inService();
    test.identify();
    test.press({ type: 'CONTINUE' });
    await test.signIn();
    test.press({ type: 'SET_LOCALE', locale: 'zh-Hant' }, { type: 'SET_TEXT_SIZE', textSize: 'large' });
    test.answerAll();
    test.press({ type: 'STAFF_ATTEST' });
    for (const feature of SECURITY_FEATURES) test.press({ type: 'TICK_FEATURE', feature, ticked: true });
    test.press({ type: 'CONTINUE' }, { type: 'FACE_COMPARED', same: false });
    const acted = test.ports.audited.filter(({ event }) => event === 'staff.acted');
    expect(acted.every(({ staffId, sessionId }) => staffId === 'S-1001' && sessionId !== undefined)).toBe(
      true,
    );
    expect(acted.map(({ detail }) => detail)).toEqual([
      { act: 'set-language', part: 'details', locale: 'zh-Hant' },
      { act: 'set-text-size', part: 'details' },
      ...(
        ['contact-channel', 'mobile', 'mobile-again', 'communication-language', 'optional-uses'] as const
      ).map((step) => ({ act: 'answered', part: 'details', step })),
      { act: 'began-attesting', part: 'attestation' },
      { act: 'compared-face', part: 'attestation', result: 'not-confirmed' },
    ]);
    expect(acted.filter((entry) => !parsesAsAudit(entry))).toEqual([]);
    test.press({ type: 'HAND_BACK' }, { type: 'CONFIRM_TOUCHED' }, { type: 'SET_LOCALE', locale: 'en' });
    expect(test.ports.audited.filter(({ event }) => event === 'staff.acted')).toHaveLength(acted.length);
  });

  it('name the staff member of every act of staff, and the session of every act in it', async () => {
    const test = await inService();
    await test.goToReceipt();
    const byStaff = test.ports.audited.filter(({ actor }) => actor === 'staff');
    expect(byStaff.map(({ event, staffId }) => [event, staffId])).toEqual([
      ['staff.signed-in', 'S-1001'],
      ['staff.acted', 'S-1001'],
      ['staff.acted', 'S-1001'],
      ['staff.attested', 'S-1001'],
      ['staff.handed-back', 'S-1001'],
    ]);
    const unnamed = test.ports.audited.filter(({ sessionId }) => sessionId === undefined);
    expect(unnamed.map(({ event }) => event)).toEqual(['terminal.started']);
  });
});
