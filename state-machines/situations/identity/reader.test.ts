import { describe, expect, it } from 'vitest';
import { adult01, adult02, traveller01 } from '../../testing/people.ts';
import { inService } from '../../testing/harness.ts';

describe('card pulled out while reading', () => {
  it('says so, and reads the card when it is laid again', async () => {
    const test = await inService();
    test.goToReader();
    test.layCard();
    test.liftCard();
    expect(test.on('reader-trouble')).toMatchObject({
      trouble: 'removed-while-reading',
      attempt: 1,
      readerReady: true,
    });
    test.layCard();
    test.on('reading');
    test.read(adult01);
    test.on('read-result');
  });

  it('counts one attempt when the driver reports the same thing first', async () => {
    const test = await inService();
    test.goToReader();
    test.layCard();
    const readId = test.ports.armed() ?? '';
    test.ports.sendHardware({ type: 'READ_FAILED', readId, trouble: 'removed-while-reading' });
    test.liftCard();
    expect(test.on('reader-trouble')).toMatchObject({ trouble: 'removed-while-reading', attempt: 1 });
  });
});

describe('a late document for an earlier read', () => {
  it('is dropped: the next person never sees it', async () => {
    const test = await inService();
    test.goToReader();
    test.layCard();
    const earlier = test.ports.armed() ?? '';
    test.liftCard();
    test.ports.sendHardware({ type: 'DOCUMENT_READ', readId: earlier, document: adult01 });
    test.on('reader-trouble');
    test.press({ type: 'RETRY' });
    test.ports.sendHardware({ type: 'DOCUMENT_READ', readId: earlier, document: adult01 });
    test.on('identify');
    expect(test.ports.armed()).not.toBe(earlier);
  });

  it('is dropped in the visit after', async () => {
    const test = await inService();
    test.goToReader();
    test.layCard();
    const earlier = test.ports.armed() ?? '';
    test.press({ type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' }, { type: 'DONE' });
    test.liftCard();
    test.goToReader();
    test.ports.sendHardware({ type: 'DOCUMENT_READ', readId: earlier, document: adult01 });
    test.on('identify');
  });

  it('is dropped on a page that asks for none', async () => {
    const test = await inService();
    test.identify();
    const readId = test.ports.commands.findLast((command) => command.type === 'ARM_READ')?.readId ?? '';
    test.press({ type: 'CONTINUE' });
    test.ports.sendHardware({ type: 'DOCUMENT_READ', readId, document: adult02 });
    expect(test.on('question').step).toBe('contact-channel');
  });
});

describe('a card that cannot be read', () => {
  it('offers another try, typing and staff, and counts the attempts', async () => {
    const test = await inService();
    test.goToReader();
    for (const attempt of [1, 2]) {
      test.layCard();
      test.ports.sendHardware({
        type: 'READ_FAILED',
        readId: test.ports.armed() ?? '',
        trouble: 'unreadable',
      });
      expect(test.on('reader-trouble')).toMatchObject({ trouble: 'unreadable', attempt });
      test.liftCard();
      test.press({ type: 'RETRY' });
      test.on('identify');
    }
  });

  it('fails by time when the reader says nothing at all', async () => {
    const test = await inService();
    test.goToReader();
    test.layCard();
    await test.wait(test.delays.readTimeout);
    expect(test.on('reader-trouble')).toMatchObject({ trouble: 'timed-out', attempt: 1 });
  });
});

describe('reader unplugged', () => {
  it('says so while waiting, and goes on by itself when it is back', async () => {
    const test = await inService();
    test.goToReader();
    test.reader('absent');
    expect(test.on('reader-trouble')).toMatchObject({ trouble: 'absent', readerReady: false });
    expect(test.view().chrome.readerReady).toBe(false);
    expect(test.tap({ type: 'RETRY' })).toEqual({ accepted: false, reason: 'not-here' });
    test.reader('connecting');
    test.on('reader-trouble');
    test.reader('ready');
    test.on('identify');
    expect(test.ports.armed()).not.toBeNull();
    test.layCard();
    test.read(adult01);
    test.on('read-result');
  });

  it('says so while reading', async () => {
    const test = await inService();
    test.goToReader();
    test.layCard();
    const readId = test.ports.armed() ?? '';
    test.ports.sendHardware({ type: 'READ_FAILED', readId, trouble: 'absent' });
    test.liftCard();
    test.reader('absent');
    expect(test.on('reader-trouble').trouble).toBe('absent');
    test.reader('ready');
    test.on('identify');
  });

  it('is a way to typing for those who will not wait, and does not take the page away when it is back', async () => {
    const test = await inService();
    test.goToReader();
    test.reader('absent');
    test.press({ type: 'TYPE_NUMBER' }, { type: 'FIELD_DRAFT', value: 'C73' });
    test.reader('ready');
    expect(test.on('typed-number').value).toBe('C73');
  });

  it('is armed anew when it was still connecting', async () => {
    const test = await inService();
    test.reader('connecting');
    test.goToReader();
    const lost = test.ports.armed();
    test.reader('ready');
    expect(test.ports.armed()).not.toBe(lost);
    test.on('identify');
  });
});

describe('the hardware process goes down', () => {
  it('is a reader in trouble, not the end of the visit', async () => {
    const test = await inService();
    test.goToReader();
    test.layCard();
    test.ports.sendHardware({ type: 'HARDWARE_DOWN' });
    expect(test.on('reader-trouble')).toMatchObject({ trouble: 'faulted', readerReady: false });
    test.ports.sendHardware({ type: 'HARDWARE_UP' });
    test.reader('absent');
    test.reader('connecting');
    test.reader('ready');
    test.on('identify');
  });

  it('changes nothing on the pages that need no reader', async () => {
    const test = await inService();
    test.identify();
    test.press({ type: 'CONTINUE' });
    test.ports.sendHardware({ type: 'HARDWARE_DOWN' });
    test.answerAll();
    test.on('staff-needed');
  });
});

describe('a passport', () => {
  it('is told what to bring where, and nothing of it is kept', async () => {
    const test = await inService();
    test.goToReader();
    test.layCard();
    test.read(traveller01);
    expect(test.on('bring-documents').document).toBe('passport');
    expect(JSON.stringify(test.view())).not.toContain(traveller01.surname);
    test.press({ type: 'DONE' });
    expect(test.on('ended').how).toBe('prepared');
  });

  it('can be named without a reader, like a replacement slip', async () => {
    const test = await inService();
    test.goToReader();
    test.press({ type: 'NO_HKID' }, { type: 'OTHER_DOCUMENT', document: 'replacement-slip' });
    expect(test.on('bring-documents').document).toBe('replacement-slip');
    test.press({ type: 'BACK' });
    test.on('no-hkid');
  });
});

describe('a card of somebody else', () => {
  it('is read again on "not me", and takes the first one’s answers with it', async () => {
    const test = await inService();
    test.identify(adult01);
    test.press({ type: 'CONTINUE' });
    test.answer('contact-channel', 'mobile');
    test.press({ type: 'BACK' }, { type: 'BACK' });
    test.liftCard();
    test.press({ type: 'RETRY' });
    test.layCard();
    test.read(adult02);
    test.press({ type: 'CONTINUE' });
    expect(test.on('question')).toMatchObject({ step: 'contact-channel', value: '' });
  });

  it('goes back to the notice while the card still lies there', async () => {
    const test = await inService();
    test.identify();
    test.press({ type: 'BACK' });
    test.on('notice');
  });
});

describe('a card laid on the reader before anything was touched', () => {
  it('asks for the language, then reads it without laying it again', async () => {
    const test = await inService();
    test.layCard();
    test.on('language');
    test.press({ type: 'SET_LOCALE', locale: 'en' });
    test.on('language');
    test.press({ type: 'CONTINUE' }, { type: 'CONTINUE' });
    test.on('reading');
    test.read(adult01);
    test.on('read-result');
  });
});

describe('a card left behind on the reader', () => {
  it('is not read for the next person, who lifts it and lays their own', async () => {
    const test = await inService();
    test.identify(adult01);
    test.press({ type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' }, { type: 'DONE' });
    test.goToReader();
    expect(test.on('identify').liftFirst).toBe(true);
    expect(test.ports.armed()).toBeNull();
    await test.wait(test.delays.readTimeout);
    expect(test.on('identify').liftFirst).toBe(true);
    test.liftCard();
    expect(test.on('identify').liftFirst).toBe(false);
    expect(test.ports.armed()).not.toBeNull();
    test.layCard();
    test.read(adult02);
    expect(test.on('read-result').maskedNumber).toBe('K55***(*)');
  });

  it('does not stand in the way of typing', async () => {
    const test = await inService();
    test.identify(adult01);
    test.press({ type: 'LEAVE' }, { type: 'LEAVE_CONFIRM' }, { type: 'DONE' });
    test.goToReader();
    test.press({ type: 'TYPE_NUMBER' });
    test.on('typed-number');
  });
});
