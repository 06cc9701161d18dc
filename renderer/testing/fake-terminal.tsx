import { act, render, type RenderResult } from '@testing-library/react';
import type { TerminalBridge } from '../../domain/terminal/bridge.ts';
import type { Intent, IntentAnswer } from '../../domain/terminal/intent/intent.ts';
import type { View, ViewUpdate } from '../../domain/terminal/view/view.ts';
import { App } from '../app.tsx';
import { createViewStore } from '../bridge.ts';
import { FIXTURES } from '../gallery/fixtures/fixtures.ts';

/** Main as a page sees it: shows what a test tells it to, remembers what the page said. */
export interface FakeTerminal {
  readonly bridge: TerminalBridge;
  readonly sent: Intent[];
  /** Sends a view; `rev` is the next one unless given. */
  readonly show: (view: View, rev?: number) => void;
  /** What `current()` answers, without telling anybody. */
  readonly holdBack: (view: View, rev: number) => void;
  /** Refuses every intent from now on, or takes them again. */
  readonly refuse: (refusing: boolean) => void;
  readonly asked: () => number;
}

/** The gallery's view of this name; a name that is not there is a mistake in the test. */
export function fixture(name: string): View {
  const view = FIXTURES.get(name);
  if (view === undefined) throw new Error(`no fixture ${name}`);
  return view;
}

export function fakeTerminal(first: View): FakeTerminal {
  let update: ViewUpdate = { rev: 1, view: first };
  let tell: (update: ViewUpdate) => void = () => undefined;
  let refusing = false;
  let asked = 0;
  const sent: Intent[] = [];
  const bridge: TerminalBridge = {
    current() {
      asked += 1;
      return Promise.resolve(update);
    },
    onUpdate(listener) {
      tell = listener;
      return () => undefined;
    },
    send(intent): Promise<IntentAnswer> {
      sent.push(intent);
      return Promise.resolve(refusing ? { accepted: false, reason: 'not-here' } : { accepted: true });
    },
    display: () =>
      Promise.resolve({ pixelsPerMillimetre: 4.03, profile: 'kiosk', sound: { volume: 50, muted: true } }),
    painted: () => undefined,
    alive: () => undefined,
  };
  return {
    bridge,
    sent,
    show(view, rev = update.rev + 1) {
      update = { rev, view };
      tell(update);
    },
    holdBack(view, rev) {
      update = { rev, view };
    },
    refuse(now) {
      refusing = now;
    },
    asked: () => asked,
  };
}

export interface Standing extends FakeTerminal {
  readonly page: RenderResult;
  /** Presses the button of this action, key or option, as a screen reader or keyboard would. */
  readonly press: (selector: string) => void;
  readonly type: (keys: string) => void;
  readonly see: (view: View) => void;
  readonly find: (selector: string) => HTMLElement;
}

/** Somebody standing in front of the terminal, which shows `view`. */
export async function standBefore(view: View): Promise<Standing> {
  const terminal = fakeTerminal(view);
  const store = createViewStore(terminal.bridge);
  const page = render(<App store={store} onPainted={() => undefined} />);
  await act(() => Promise.resolve());
  const find = (selector: string): HTMLElement => {
    const element = page.container.querySelector<HTMLElement>(selector);
    if (element === null) throw new Error(`nothing on the page is ${selector}`);
    return element;
  };
  const press = (selector: string): void => act(() => find(selector).click());
  return {
    ...terminal,
    page,
    find,
    press,
    type: (keys) => {
      for (const key of keys) press(`[data-key="${key}"]`);
    },
    see: (next) => act(() => terminal.show(next)),
  };
}
