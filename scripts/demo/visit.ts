import { SECURITY_FEATURES } from '../../domain/identity/staff.ts';
import type { Album } from './album.ts';
import type { Member } from './people.ts';
import type { Screen } from './screen.ts';
import type { Simulate } from './simulate.ts';

export interface VisitTools {
  readonly screen: () => Screen;
  readonly album: Album;
  readonly simulate: Simulate;
  readonly officer: { readonly badge: string; readonly pin: string };
}

/** From the attract page to the place where the card goes. */
export async function begin(tools: VisitTools, member: Member): Promise<void> {
  const screen = tools.screen();
  await screen.waitFor({ screen: 'attract' });
  await tools.album.take();
  await screen.tap(`start-${member.locale}`);
  await screen.waitFor({ screen: 'notice' });
  await tools.album.take();
  await screen.tap('continue');
  await screen.waitFor({ screen: 'identify' });
  await tools.album.take();
}

/** Lays the card on the reader and goes on from what was read. */
export async function layCard(tools: VisitTools, member: Member): Promise<void> {
  await tools.simulate({ device: 'id-reader', action: 'insert', document: member.document });
  await acceptReading(tools);
}

export async function acceptReading(tools: VisitTools): Promise<void> {
  const screen = tools.screen();
  await screen.waitFor({ screen: 'read-result' });
  await tools.album.take();
  await tools.simulate({ device: 'id-reader', action: 'remove' });
  await screen.tap('continue');
}

async function answer(tools: VisitTools, member: Member, step: string): Promise<void> {
  const screen = tools.screen();
  const { contact } = member;
  switch (step) {
    case 'contact-channel':
      await screen.choose(contact.channel);
      break;
    case 'mobile':
    case 'mobile-again':
      if (contact.channel === 'mobile') await screen.key(contact.mobile);
      break;
    case 'email':
      if (contact.channel === 'email') await screen.key(contact.email);
      break;
    case 'address':
      if (contact.channel === 'post') await typeLines(screen, contact.lines);
      break;
    case 'district':
      if (contact.channel === 'post') await screen.choose(contact.district);
      break;
    case 'communication-language':
      await screen.choose(member.locale);
      break;
    default:
      break;
  }
  await screen.tap('continue');
}

async function typeLines(screen: Screen, lines: readonly string[]): Promise<void> {
  for (const [index, line] of lines.entries()) {
    await screen.page.locator(`[data-field="line-${String(index + 1)}"]`).click();
    await screen.key(line);
  }
}

/** The page that stands: a code to the mobile is on its way for a moment only, and nobody here has a telephone. */
async function pageShown(tools: VisitTools): Promise<Awaited<ReturnType<Screen['shown']>>> {
  const screen = tools.screen();
  let shown = await screen.shown();
  if (shown.screen === 'mobile-code-sending') {
    await screen.page.locator('[data-screen]:not([data-screen="mobile-code-sending"])').waitFor();
    shown = await screen.shown();
  }
  if (shown.screen !== 'mobile-code') return shown;
  await tools.album.take();
  await screen.tap('type-again');
  await screen.waitFor({ screen: 'question' });
  return screen.shown();
}

/** Answers every question until a member of staff is needed. */
export async function answerQuestions(tools: VisitTools, member: Member): Promise<void> {
  const screen = tools.screen();
  await screen.waitFor({ screen: 'question' });
  for (let shown = await pageShown(tools); shown.screen === 'question'; shown = await pageShown(tools)) {
    await tools.album.take();
    await answer(tools, member, shown.step.split('.').at(-1) ?? '');
    await screen.page
      .locator(`[data-screen]:not([data-step="${shown.step}"])`)
      .waitFor({ state: 'attached' });
  }
}

/** The officer comes, signs with badge and PIN, looks at card and face, attests and hands back to what `next` names. */
export async function attest(tools: VisitTools, next = 'review'): Promise<void> {
  const screen = tools.screen();
  await screen.waitFor({ screen: 'staff-needed' });
  await tools.album.take();
  await screen.tap('ask-staff');
  await screen.waitFor({ overlay: 'help-called' });
  await tools.album.take();
  await tools.simulate({ device: 'badge', action: 'scan', text: tools.officer.badge });
  await screen.waitFor({ overlay: 'staff-pin' });
  await tools.album.take();
  await screen.key(tools.officer.pin);
  await screen.tap('staff-sign-in');
  await screen.waitFor({ overlay: '' });
  await tools.album.take();
  await screen.tap('attest-here');
  await screen.waitFor({ screen: 'attest' });
  for (const feature of SECURITY_FEATURES) await screen.choose(feature);
  await tools.album.take();
  await screen.tap('continue');
  await screen.page.locator('[data-action="face-same"]').waitFor();
  await tools.album.take();
  await screen.tap('face-same');
  await screen.page.locator('[data-action="attest-sign"]').waitFor();
  await tools.album.take();
  await screen.tap('attest-sign');
  await screen.page.locator('[data-screen]:not([data-screen="attest"])').waitFor({ state: 'attached' });
  await tools.album.take();
  await screen.tap('hand-back');
  await screen.waitFor({ screen: next });
}

/** Checks, declares and submits; returns the reference number as it stands on the screen. */
export async function submit(tools: VisitTools): Promise<{ reference: string; state: string }> {
  const screen = tools.screen();
  await screen.waitFor({ screen: 'review' });
  await tools.album.take();
  await screen.tap('continue');
  await screen.waitFor({ screen: 'declare' });
  await tools.album.take();
  await screen.tap('submit');
  await screen.waitFor({ screen: 'receipt' });
  const reference = (await screen.text('[data-reference]')).trim();
  const state = (await screen.page.locator('[data-state]').first().getAttribute('data-state')) ?? '';
  return { reference, state };
}

/** Leaves the receipt; the terminal clears itself and stands ready again. */
export async function finish(tools: VisitTools): Promise<void> {
  const screen = tools.screen();
  await tools.album.take();
  await screen.tap('done');
  await screen.waitFor({ screen: 'ended' });
  await tools.album.takeAtOnce();
  await screen.waitFor({ screen: 'attract' });
}
