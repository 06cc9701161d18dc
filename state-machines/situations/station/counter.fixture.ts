import { expect } from 'vitest';
import { SECURITY_FEATURES } from '../../../domain/identity/staff.ts';
import type { IntentAnswer, ScreenIntent } from '../../../domain/terminal/intent/intent.ts';
import type { Surface } from '../../../domain/terminal/surface.ts';
import type { View } from '../../../domain/terminal/view/view.ts';
import { inService, type TestTerminal } from '../../testing/harness.ts';
import { adult01, MOBILE } from '../../testing/people.ts';
import type { FakePorts } from '../../testing/ports.ts';
import { fakeTickets, type FakeTickets, ticket } from '../../testing/counter-tickets.ts';
import { fakeWorkDay, type FakeWorkDay } from '../../testing/work-day.ts';

/** One side of the counter: what is on its window, and taps on it. */
export interface Side {
  view(): View;
  page(): string;
  tap(intent: ScreenIntent): IntentAnswer;
  press(...intents: readonly ScreenIntent[]): void;
}

export interface Counter extends TestTerminal {
  readonly staff: Side;
  readonly member: Side;
  memberScreen(there: boolean, staffs?: boolean): void;
}

interface Station extends Counter {
  readonly book: FakeWorkDay;
  readonly queue: FakeTickets | null;
}

function sideOf({ terminal }: TestTerminal, surface: Surface): Side {
  const tap = (intent: ScreenIntent): IntentAnswer => {
    const { rev, view } = terminal.current(surface);
    return terminal.intent({ ...intent, sessionId: view.sessionId, stepId: view.stepId, rev }, surface);
  };
  return {
    tap,
    view: () => terminal.current(surface).view,
    page: () => terminal.current(surface).view.stepId,
    press: (...intents) => {
      for (const intent of intents) {
        const { stepId } = terminal.current(surface).view;
        const answer = tap(intent);
        if (!answer.accepted) throw new Error(`${intent.type} on ${surface}'s ${stepId}: ${answer.reason}`);
      }
    },
  };
}

/** A counter's terminal with these ports, and both its windows. */
export async function counter(
  ports: Partial<Pick<FakePorts, 'workDay' | 'tickets' | 'staffCalls'>>,
): Promise<Counter> {
  const screens = new Set<(there: boolean, staffs?: boolean) => void>();
  const test = await inService(
    {},
    {
      config: { profile: 'station', counter: '3' },
      ports: {
        ...ports,
        memberScreen: {
          subscribe: (listener) => {
            screens.add(listener);
            return () => screens.delete(listener);
          },
        },
      },
    },
  );
  await test.settle();
  return {
    ...test,
    ...{ staff: sideOf(test, 'staff'), member: sideOf(test, 'member') },
    memberScreen: (there, staffs = true) => {
      for (const tell of screens) tell(there, staffs);
    },
  };
}

export async function station(
  queue: FakeTickets | null = fakeTickets(ticket('A012')),
  book = fakeWorkDay(),
): Promise<Station> {
  const test = await counter({ workDay: book, ...(queue === null ? {} : { tickets: queue }) });
  return { ...test, book, queue };
}

export async function onShift(queue?: FakeTickets | null): Promise<Station> {
  const test = await station(queue);
  await test.signIn();
  expect(test.staff.page()).toBe('station-ready');
  return test;
}

/** A visit that staff have just begun for somebody. */
export async function serving(
  intent: ScreenIntent = { type: 'START', locale: 'en' },
  online = false,
): Promise<Station> {
  const test = await onShift();
  test.network(online);
  test.staff.press({ type: 'STATION_WITHOUT_TICKET' }, intent);
  await test.settle();
  return test;
}

const answer = (test: Station, value: string): void => test.staff.press({ type: 'ANSWER', value });

function attest(test: Station): void {
  test.staff.press({ type: 'STAFF_ATTEST' });
  for (const feature of SECURITY_FEATURES) test.staff.press({ type: 'TICK_FEATURE', feature, ticked: true });
  test.staff.press({ type: 'CONTINUE' }, { type: 'FACE_COMPARED', same: true }, { type: 'ATTEST' });
}

/** Everything filled in and attested, in staff's hand, on the review. */
export async function prepared(): Promise<Station> {
  const test = await serving();
  test.staff.press({ type: 'CONTINUE' });
  test.layCard();
  test.read(adult01);
  test.staff.press({ type: 'CONTINUE' });
  for (const value of ['mobile', MOBILE, MOBILE, 'en', '']) answer(test, value);
  attest(test);
  expect(test.staff.page()).toBe('review');
  return test;
}
