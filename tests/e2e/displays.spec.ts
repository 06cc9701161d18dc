import type { ElectronApplication } from 'playwright';
import { type Sides, sidesOf, signIn, STATION } from './support/station.ts';
import { expect, test } from './support/terminal.ts';

test.describe.configure({ timeout: 240_000 });
/** In kiosk mode each window has a display of its own. */
test.use({ configuration: { ...STATION, window: { ...STATION.window, kiosk: true } }, firstPage: null });

const WIDTH = 1_280;
const HEIGHT = 800;
type Where = 'staff' | 'member';

/**
 * What is plugged in, left to right, the first being the primary one. Xvfb has one output and cannot lose it, so that
 * the program is told of displays that are not there; its windows, events and machines are the real ones.
 */
async function plug(
  application: ElectronApplication,
  displays: readonly Where[],
  event: 'display-added' | 'display-removed' | 'display-metrics-changed',
  width = WIDTH,
): Promise<void> {
  const facts = displays.map((side, place) => ({
    id: side === 'staff' ? 0 : 4711,
    bounds: { x: place * width, y: 0, width, height: HEIGHT },
    size: { width, height: HEIGHT },
  }));
  // The program loses an answer when it collects garbage before it is fetched (microsoft/playwright 33737); to say the same
  // displays twice changes nothing.
  await expect(async () => {
    await application.evaluate(
      ({ screen }, { list, name }) => {
        const changed = screen as unknown as Record<string, unknown> & NodeJS.EventEmitter;
        // The one that the program began with is staff's.
        const own = (changed['firstId'] ??= screen.getPrimaryDisplay().id);
        const shown = list.map((display) => ({ ...display, id: display.id === 0 ? own : display.id }));
        changed['getAllDisplays'] = () => shown;
        changed['getPrimaryDisplay'] = () =>
          shown[0] ?? { id: -1, bounds: { x: 0, y: 0, width: 1, height: 1 } };
        changed.emit(name, {}, {});
      },
      { list: facts, name: event },
    );
  }).toPass();
}

/** Which of the windows are shown, and where, by whose they are. */
async function windows(application: ElectronApplication) {
  const found = await application.evaluate(({ BrowserWindow }) =>
    Promise.all(
      BrowserWindow.getAllWindows().map(async (window) => {
        const { x, width } = window.getBounds();
        const whose = (await window.webContents.executeJavaScript(
          `document.querySelector('[data-surface]')?.dataset.surface ?? ''`,
        )) as string;
        return { whose, visible: window.isVisible(), x, width };
      }),
    ),
  );
  return Object.fromEntries(found.map(({ whose, ...rest }) => [whose, rest]));
}

async function begin(application: ElectronApplication): Promise<Sides> {
  await plug(application, ['staff', 'member'], 'display-added');
  return sidesOf(application);
}

test('displays of a counter come and go: staff’s pages are never where the member stands, and the visit goes on', async ({
  terminal,
}) => {
  const application = terminal.application();
  // Started with one display: staff's, and it says that the other one is missing.
  await expect.poll(async () => Object.keys(await windows(application))).toEqual(['staff']);
  const sides = await begin(application);
  const { staff, member } = sides;
  await signIn(terminal, sides);
  await staff.tap('without-ticket');
  await staff.waitFor({ screen: 'station-called' });
  await staff.tap('start-en');
  await staff.waitFor({ screen: 'notice' });
  await member.waitFor({ screen: 'notice' });
  expect(await windows(application)).toMatchObject({
    staff: { visible: true, x: 0 },
    member: { visible: true, x: WIDTH },
  });

  // Staff's is pulled out; the system calls the member's the primary one and moves it to the left.
  await plug(application, ['member'], 'display-removed');
  await member.waitFor({ screen: 'staff-busy' });
  expect(await windows(application)).toMatchObject({
    staff: { visible: false },
    member: { visible: true, x: 0 },
  });
  await member.page.getByText('screen of the staff is not connected').waitFor();

  // Back, with the member's still the primary one and the places swapped.
  await plug(application, ['member', 'staff'], 'display-added');
  await member.waitFor({ screen: 'notice' });
  expect(await windows(application)).toMatchObject({
    staff: { visible: true, x: WIDTH },
    member: { visible: true, x: 0 },
  });

  // The member's is pulled out: its window goes nowhere, and staff read why nothing can be submitted.
  await plug(application, ['staff'], 'display-removed');
  await expect.poll(async () => (await windows(application))['member']).toMatchObject({ visible: false });
  expect((await windows(application))['staff']).toMatchObject({ visible: true, x: 0 });
  await staff.page
    .getByText('客人的屏幕已斷開。接回前不能遞交；可以先存放並給客人紙條，或結束服務。')
    .first()
    .waitFor();

  // Both, smaller than before: the pages are measured anew and stand where they stood.
  await plug(application, ['staff', 'member'], 'display-metrics-changed', 1_024);
  await member.waitFor({ screen: 'notice' });
  await staff.waitFor({ screen: 'notice' });
  expect(await windows(application)).toMatchObject({
    staff: { visible: true, x: 0, width: 1_024 },
    member: { visible: true, x: 1_024, width: 1_024 },
  });
  await staff.tap('continue');
  await member.waitFor({ screen: 'identify' });
});
