import { type RegistrationStep } from '../../../../domain/registration/answers.ts';
import { SECURITY_FEATURES } from '../../../../domain/identity/staff.ts';
import { ok } from '../../../../domain/result.ts';
import { adult01, EMAIL, MOBILE, typedNumberText } from '../../../../state-machines/testing/people.ts';
import { type Eye, type Walk, walkKiosk } from '../eye.ts';

type Channel = 'mobile' | 'email' | 'post';

const answersBy = (channel: Channel): Readonly<Partial<Record<RegistrationStep, string>>> => ({
  surname: adult01.surname,
  'given-names': adult01.givenNames,
  'chinese-codes': '711511292429',
  'date-of-birth': '1961-04',
  'former-name': '',
  'contact-channel': channel,
  mobile: MOBILE,
  'mobile-again': MOBILE,
  email: EMAIL,
  address: 'FLAT 12, 3/F, BLOCK 5\nWO LOK ESTATE',
  district: 'kwun-tong',
  'communication-language': 'en',
  'optional-uses': '',
});

/** Every question that comes up, until there is none. */
export async function questions(walk: Walk, channel: Channel): Promise<void> {
  const answers = answersBy(channel);
  for (let count = 0; count < 30; count += 1) {
    const { screen } = walk.test.view();
    if (screen.id !== 'question') return;
    const { step } = screen;
    const picked = '陳大文';
    await walk.answer(step === 'chinese-characters' ? picked : (answers[step] ?? ''));
  }
}

/** Staff hold the card against the person and sign; they go on holding the session. */
export async function attest(walk: Walk): Promise<void> {
  await walk.go({ type: 'STAFF_ATTEST' });
  const { screen } = walk.test.view();
  if (screen.id === 'attest' && screen.page === 'number')
    await walk.go({ type: 'NUMBER_MATCHES', matches: true });
  for (const feature of SECURITY_FEATURES) await walk.go({ type: 'TICK_FEATURE', feature, ticked: true });
  await walk.go({ type: 'CONTINUE' }, { type: 'FACE_COMPARED', same: true }, { type: 'ATTEST' });
}

export async function layAndRead(walk: Walk, document = adult01): Promise<void> {
  walk.test.layCard();
  await walk.look();
  walk.test.read(document);
  await walk.test.settle();
  await walk.look();
}

/** The member confirms and submits, with staff looking over their shoulder on each page. */
async function confirmAndSubmit(walk: Walk): Promise<void> {
  await walk.handBack();
  await walk.look();
  await walk.go({ type: 'CONTINUE' }, { type: 'SUBMIT' });
  await walk.test.settle();
  await walk.look();
}

export async function end(walk: Walk): Promise<void> {
  await walk.test.wait(walk.test.delays.receiptWait);
  await walk.look();
  await walk.go({ type: 'DONE' });
  await walk.test.wait(walk.test.delays.endedCloses);
}

/** By card, online, with the number confirmed by a code; the store does not answer at first. */
export async function byCard(eye: Eye): Promise<void> {
  const walk = await walkKiosk(eye);
  const { test } = walk;
  test.ports.withMobileCodes();
  test.ports.codeSent = 'silent';
  await walk.go({ type: 'START', locale: null }, { type: 'START', locale: 'en' }, { type: 'CONTINUE' });
  await layAndRead(walk);
  await walk.go({ type: 'CONTINUE' });
  await walk.answer('mobile', MOBILE);
  await test.wait(test.delays.mobileCodeOverdue);
  await walk.look();
  test.ports.codeSent = ok({ id: 'B'.repeat(22), secondsLeft: 300, againAfter: 30 });
  await walk.go({ type: 'BACK' });
  await walk.answer(MOBILE);
  test.ports.codeTried = ok({ state: 'over' });
  await walk.answer('482171');
  await test.wait(30_000);
  await walk.go({ type: 'RETRY' });
  test.ports.codeTried = ok({ state: 'confirmed', token: 'a.word.of-the-gateway' });
  await walk.answer('482173');
  await questions(walk, 'mobile');
  await walk.stay('badge-officer-01');
  await attest(walk);
  // Somebody else takes over by the badge, and looks at the same page.
  await walk.stay('badge-officer-02');
  test.ports.store = 'silent';
  await confirmAndSubmit(walk);
  await test.wait(test.delays.submitOverdue);
  await walk.look();
  test.ports.store = 'keeps';
  await walk.go({ type: 'RETRY' });
  test.item('received');
  await walk.look();
  await end(walk);
}

/** Staff type the number and all the rest for somebody whose card cannot be read. */
export async function typedByStaff(eye: Eye, channel: Channel): Promise<void> {
  const walk = await walkKiosk(eye);
  const { test } = walk;
  await walk.go({ type: 'START', locale: 'zh-Hant' }, { type: 'CONTINUE' });
  await walk.stay('badge-officer-01');
  await walk.go({ type: 'TYPE_NUMBER' }, { type: 'ANSWER', value: typedNumberText }, { type: 'CONTINUE' });
  await questions(walk, channel);
  await attest(walk);
  await walk.go({ type: 'CHANGE', step: 'former-name' });
  await walk.answer('');
  await walk.go({ type: 'LEAVE' }, { type: 'LEAVE_CANCEL' });
  await test.wait(test.delays.staffIdleLock);
  if (test.view().overlay?.id === 'staff-locked') await walk.stay('badge-officer-01');
  await confirmAndSubmit(walk);
  await end(walk);
}

/** Nothing goes as it should: the reader, the card, the age, the name. */
export async function withTrouble(eye: Eye): Promise<void> {
  for (const document of ['passport', 'replacement-slip'] as const) {
    const walk = await walkKiosk(eye);
    await walk.go({ type: 'START', locale: 'en' }, { type: 'CONTINUE' }, { type: 'NO_HKID' });
    await walk.go({ type: 'OTHER_DOCUMENT', document });
  }
  const absent = await walkKiosk(eye);
  await absent.go({ type: 'START', locale: 'en' }, { type: 'CONTINUE' });
  absent.test.reader('absent');
  await absent.look();
  const child = await walkKiosk(eye);
  await child.go({ type: 'START', locale: 'en' }, { type: 'CONTINUE' });
  await layAndRead(child, { ...adult01, dateOfBirth: { year: 2015, month: null, day: null } });
  await child.go({ type: 'CONTINUE' });
  const record = await walkKiosk(eye);
  await record.go({ type: 'START', locale: 'en' }, { type: 'CONTINUE' });
  await layAndRead(record);
  await record.go({ type: 'RECORD_DIFFERS' });
  await record.answer(`${adult01.surname}E`, adult01.givenNames, '1961-05');
  await record.go({ type: 'CONTINUE' });
  await questions(record, 'mobile');
}
