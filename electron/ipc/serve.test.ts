import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Intent, IntentAnswer } from '../../domain/terminal/intent/intent.ts';
import type { Surface } from '../../domain/terminal/surface.ts';
import { MEMBERS_ALONE } from '../../domain/terminal/intent/whose-intent.ts';
import { inService, type TestTerminal } from '../../state-machines/testing/harness.ts';
import { ORIGIN } from '../shell/protocol.ts';
import { CHANNELS } from './channels.ts';
import { servePages, type PageServices } from './serve.ts';

type Handler = (event: unknown, ...words: readonly unknown[]) => unknown;
const { handlers } = vi.hoisted(() => ({ handlers: new Map<string, Handler>() }));

vi.mock('electron', () => ({
  ipcMain: {
    handle: (channel: string, handler: Handler) => handlers.set(channel, handler),
    on: (channel: string, handler: Handler) => handlers.set(channel, handler),
    off: () => undefined,
    removeHandler: () => undefined,
  },
  protocol: {},
  net: {},
}));

const SENDERS = { staff: { name: 'staff' }, member: { name: 'member' }, other: { name: 'other' } };

describe('what main takes from a window', () => {
  let asked: { readonly intent: Intent; readonly surface: Surface }[] = [];
  let seen: Surface[] = [];

  beforeEach(() => {
    asked = [];
    seen = [];
    const services = {
      current: (surface: Surface) => {
        seen.push(surface);
        return { rev: 0, view: {} };
      },
      intent: (intent: Intent, surface: Surface): IntentAnswer => {
        asked.push({ intent, surface });
        return { accepted: true };
      },
      display: () => ({ pixelsPerMillimetre: 4, profile: 'station' }),
      painted: () => undefined,
      alive: () => undefined,
      surfaceOf: (sender: unknown): Surface | null =>
        sender === SENDERS.staff ? 'staff' : sender === SENDERS.member ? 'member' : null,
      refused: () => undefined,
    };
    servePages(services as unknown as PageServices);
  });

  function send(from: keyof typeof SENDERS, type: Intent['type'], origin = ORIGIN): IntentAnswer {
    const event = { sender: SENDERS[from], senderFrame: { parent: null, origin } };
    const said = { type, sessionId: 's', stepId: 'declare', rev: 0 };
    return handlers.get(CHANNELS.intent)?.(event, said) as IntentAnswer;
  }

  const refused: IntentAnswer = { accepted: false, reason: 'not-allowed' };

  it.each(['SUBMIT', 'CONFIRM_TOUCHED', 'IAM_SMART'] as const)(
    'the member’s own act is refused from staff’s window before the machine hears of it: %s',
    (type) => {
      expect(send('staff', type)).toEqual(refused);
      expect(asked).toEqual([]);
      expect(send('member', type)).toEqual({ accepted: true });
      expect(asked.map(({ surface }) => surface)).toEqual(['member']);
    },
  );

  it.each(['HAND_BACK', 'TAKE_BACK', 'STAFF_ATTEST', 'ATTEST', 'STATION_CALL_NEXT', 'DAY_CLOSE'] as const)(
    'a verb of staff’s is refused from the member’s window: %s',
    (type) => {
      expect(send('member', type)).toEqual(refused);
      expect(asked).toEqual([]);
      expect(send('staff', type)).toEqual({ accepted: true });
    },
  );

  it('every act of the member’s alone is refused while staff hold a kiosk’s session, on every page of it', async () => {
    const test = await inService();
    const surfaceOf = (): Surface => 'shared';
    const services = { ...servedBy(test), surfaceOf, refused: () => undefined };
    servePages(services as unknown as PageServices);
    const refusedHere = (): void => {
      const { view, rev } = test.terminal.current();
      expect(view.chrome.assist).not.toBeNull();
      for (const type of MEMBERS_ALONE) {
        const paper = type === 'PRINT' ? { paper: 'receipt' } : {};
        const said = { type, ...paper, sessionId: view.sessionId, stepId: view.stepId, rev };
        const event = { sender: SENDERS.member, senderFrame: { parent: null, origin: ORIGIN } };
        expect(handlers.get(CHANNELS.intent)?.(event, said)).toMatchObject({ accepted: false });
      }
    };
    test.ports.sendPrinter('slips', 'ready');
    test.identify();
    await test.signIn();
    refusedHere();
    test.press({ type: 'CONTINUE' });
    test.answerAll();
    refusedHere();
    test.attest();
    test.on('review');
    refusedHere();
    test.press({ type: 'STAFF_MORE' });
    refusedHere();
    test.press({ type: 'STAFF_CANCEL' }, { type: 'HAND_BACK' });
    test.press({ type: 'CONFIRM_TOUCHED' }, { type: 'CONTINUE' });
    test.on('declare');
    await test.signIn();
    refusedHere();
    expect(test.ports.submitted).toEqual([]);
    test.press({ type: 'HAND_BACK' }, { type: 'CONFIRM_TOUCHED' }, { type: 'SUBMIT' });
    await test.settle();
    test.on('receipt');
    await test.signIn();
    refusedHere();
  });

  it('nobody else is heard: another sender, or a page that is not ours', () => {
    expect(send('other', 'CONTINUE')).toEqual(refused);
    expect(send('member', 'CONTINUE', 'https://elsewhere.example')).toEqual(refused);
    expect(asked).toEqual([]);
  });

  it('each window is given its own view', () => {
    for (const from of ['staff', 'member', 'other'] as const) {
      handlers.get(CHANNELS.current)?.({
        sender: SENDERS[from],
        senderFrame: { parent: null, origin: ORIGIN },
      });
    }
    expect(seen).toEqual(['staff', 'member']);
  });
});

/** The machines themselves behind the pages. */
function servedBy({ terminal }: TestTerminal): Pick<PageServices, 'current' | 'intent'> {
  return { current: (surface) => terminal.current(surface), intent: (said, of) => terminal.intent(said, of) };
}
