import { describe, expect, it } from 'vitest';
import { adult01, MOBILE } from '../../testing/people.ts';
import { assemble, inService } from '../../testing/harness.ts';

describe('a member registers with an officer beside them', () => {
  it('starts, tests itself and goes into service', async () => {
    const test = assemble();
    expect(test.view().screen.id).toBe('starting');
    test.terminal.start();
    expect(test.view().screen.id).toBe('self-test');
    await test.settle();
    expect(test.view()).toMatchObject({ screen: { id: 'attract' }, sessionId: null, locale: 'zh-Hant' });
  });

  it('goes from the card to the receipt, online', async () => {
    const test = await inService();
    test.network(true);
    test.press({ type: 'START', locale: 'en' });
    expect(test.view()).toMatchObject({ locale: 'en', screen: { id: 'notice' } });
    test.press({ type: 'CONTINUE' });
    test.on('identify');
    test.layCard();
    test.on('reading');
    test.read(adult01);
    expect(test.on('read-result')).toMatchObject({ maskedNumber: 'A90***(*)', cardStillThere: true });
    test.liftCard();
    expect(test.on('read-result').cardStillThere).toBe(false);
    test.press({ type: 'CONTINUE' });
    test.answerAll();
    test.on('staff-needed');
    test.press({ type: 'ASK_STAFF' });
    expect(test.view().overlay?.id).toBe('help-called');
    await test.signIn();
    expect(test.view()).toMatchObject({
      overlay: null,
      screen: { id: 'staff-needed' },
      chrome: { assist: { staffId: 'S-1001', role: 'officer', canAttest: true } },
    });
    test.attest();
    test.on('review');
    test.press({ type: 'HAND_BACK' });
    expect(test.view().chrome.assist).toBeNull();
    test.press({ type: 'CONTINUE' });
    test.on('declare');
    test.press({ type: 'SUBMIT' });
    test.on('submitting');
    await test.settle();
    test.on('submitting');
    test.item('received');
    await test.settle();
    expect(test.on('receipt')).toMatchObject({ state: 'received', noticeBy: '2026-11-28' });

    expect(test.ports.submitted).toHaveLength(1);
    expect(test.ports.submitted[0]?.payload).toMatchObject({
      kind: 'member-registration',
      contact: { channel: 'mobile', mobile: MOBILE },
      consents: { notice: { locale: 'en', digest: 'N'.repeat(43) }, declaration: { digest: 'D'.repeat(43) } },
      identification: { means: 'reader', attestation: { staffId: 'S-1001', faceCompared: true } },
    });

    test.press({ type: 'DONE' });
    expect(test.on('ended').how).toBe('submitted');
    expect(test.view().sessionId).toBeNull();
    expect(test.ports.wiped).toHaveLength(1);
    expect(test.ports.commands).toContainEqual({ type: 'FORGET' });
    await test.wait(test.delays.endedCloses);
    expect(test.view()).toMatchObject({ screen: { id: 'attract' }, locale: 'zh-Hant' });
  });

  it('says "kept here" at once when there is no network', async () => {
    const test = await inService();
    await test.goToReview();
    test.press({ type: 'CONTINUE' }, { type: 'SUBMIT' });
    await test.settle();
    expect(test.on('receipt').state).toBe('kept');
  });
});
