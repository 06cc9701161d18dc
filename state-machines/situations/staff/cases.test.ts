import { describe, expect, it } from 'vitest';
import type { ScreenIntent } from '../../../domain/terminal/intent/intent.ts';
import type { Screen } from '../../../domain/terminal/view/screen.ts';
import { caseWith, fakeCases, type FakeCases } from '../../testing/cases.ts';
import { inService, type TestTerminal } from '../../testing/harness.ts';
import { CANARIES } from '../../testing/people.ts';
import { frozen } from '../../testing/status.ts';
import { fakeTickets, ticket } from '../../testing/counter-tickets.ts';
import { fakeWorkDay } from '../../testing/work-day.ts';

interface Counter extends TestTerminal {
  readonly cases: FakeCases;
  /** Taps on staff's window, each of which must be heard. */
  press(...intents: readonly ScreenIntent[]): void;
  shown<Id extends Screen['id']>(id: Id): Extract<Screen, { readonly id: Id }>;
}

/** Somebody is signed in at a counter; the list holds a rejected case. */
async function atCounter(cases = fakeCases()): Promise<Counter> {
  const test = await inService(
    {},
    {
      config: { profile: 'station', counter: '3' },
      ports: { workDay: fakeWorkDay(), tickets: fakeTickets(ticket('A012')), cases },
    },
  );
  await test.settle();
  await test.signIn();
  const now = () => test.terminal.current('staff');
  return {
    ...test,
    cases,
    press(...intents) {
      for (const intent of intents) {
        const { rev, view } = now();
        const made = { ...intent, sessionId: view.sessionId, stepId: view.stepId, rev };
        const answer = test.terminal.intent(made, 'staff');
        if (!answer.accepted) throw new Error(`${intent.type} on ${view.stepId}: ${answer.reason}`);
      }
    },
    shown(id) {
      const { screen } = now().view;
      if (screen.id !== id) throw new Error(`it shows ${screen.id}`);
      return screen as Extract<Screen, { readonly id: typeof id }>;
    },
  };
}

async function list(test: Counter): Promise<void> {
  test.press({ type: 'STATION_CASES' });
  await test.settle();
}

describe('an officer looks at today’s cases', () => {
  it('sees them, opens one with its reason, and goes back to the counter', async () => {
    const test = await atCounter();
    await list(test);
    expect(test.shown('cases-list').cases).toMatchObject([{ state: 'rejected', ticket: 'A012' }]);
    test.press({ type: 'CASE_OPEN', id: 1 });
    expect(test.shown('case')).toMatchObject({
      case: { reason: 'details-differ' },
      way: 'enquire',
      fault: null,
    });
    expect(test.terminal.current('member').view.screen.id).toBe('station-rest');
    test.press({ type: 'BACK' }, { type: 'BACK' });
    test.shown('station-ready');
  });

  it('told the member by phone: noted, and there is nothing more to note', async () => {
    const test = await atCounter();
    await list(test);
    test.press({ type: 'CASE_OPEN', id: 1 }, { type: 'CASE_NOTE', action: 'told-by-phone' });
    test.shown('cases-waiting');
    await test.settle();
    expect(test.shown('case')).toMatchObject({ actions: [], case: { noted: { action: 'told-by-phone' } } });
    expect(test.cases.calls).toContain('note 1 told-by-phone S-1001');
  });

  it('the disk does not take the note: it says so, and the case is as it was', async () => {
    const test = await atCounter();
    await list(test);
    test.press({ type: 'CASE_OPEN', id: 1 });
    test.cases.fault = 'disk-full';
    test.press({ type: 'CASE_NOTE', action: 'told-by-phone' });
    await test.settle();
    expect(test.shown('case')).toMatchObject({ fault: 'disk-full', case: { noted: null } });
  });

  it('the platform decides meanwhile: the list follows, and what is open with it', async () => {
    const test = await atCounter();
    test.cases.cases = [caseWith({ state: 'received', reason: null, needsSomebody: false })];
    await list(test);
    test.press({ type: 'CASE_OPEN', id: 1 });
    test.cases.cases = [caseWith({ state: 'needs-correction' })];
    test.ports.sendQueue({ type: 'COUNTS', pending: 0, parked: 0 });
    await test.wait(test.delays.casesRefresh);
    expect(test.shown('case')).toMatchObject({ case: { state: 'needs-correction' }, way: 'enquire' });
    test.cases.cases = [];
    test.ports.sendQueue({ type: 'COUNTS', pending: 0, parked: 0 });
    await test.wait(test.delays.casesRefresh);
    expect(test.shown('cases-list').cases).toEqual([]);
  });

  it('the list cannot be read: tried again', async () => {
    const test = await atCounter();
    test.cases.fault = 'storage-fault';
    await list(test);
    expect(test.shown('cases-trouble')).toMatchObject({ fault: 'storage-fault', canRetry: true });
    test.cases.fault = null;
    test.press({ type: 'RETRY' });
    await test.settle();
    test.shown('cases-list');
  });

  it('a look that fails later leaves the list as it was, and says so', async () => {
    const test = await atCounter();
    await list(test);
    test.cases.fault = 'storage-fault';
    test.ports.sendQueue({ type: 'COUNTS', pending: 1, parked: 0 });
    await test.wait(test.delays.casesRefresh);
    expect(test.shown('cases-list')).toMatchObject({ stale: true, cases: [{ id: 1 }] });
  });

  it('walks away from the list: the shift locks itself as from every page', async () => {
    const test = await atCounter();
    await list(test);
    await test.wait(test.delays.shiftLock);
    test.shown('station-signed-out');
  });
});

describe('the member whose case it is comes to the counter', () => {
  it('put aside: their visit begins with the slip, in their language, and staff hold it', async () => {
    const test = await atCounter();
    test.cases.cases = [caseWith({ state: 'parked', until: '2026-11-30T15:59:59.000Z', reason: null })];
    await list(test);
    test.press({ type: 'CASE_OPEN', id: 1 }, { type: 'CASE_GO_ON', locale: 'en' });
    await test.settle();
    expect(test.shown('resume-row')).toMatchObject({ row: 1 });
    const member = test.terminal.current('member').view;
    expect(member).toMatchObject({ locale: 'en', screen: { id: 'resume-row' } });
    expect(test.cases.calls).toContain('take 1 take-up S-1001');
  });

  it.each(['rejected', 'needs-correction'] as const)(
    '%s: their visit begins with the question how they ask about it',
    async (state) => {
      const test = await atCounter();
      test.cases.cases = [caseWith({ state })];
      test.network(true);
      await list(test);
      test.press({ type: 'CASE_OPEN', id: 1 }, { type: 'CASE_GO_ON', locale: 'zh-Hant' });
      await test.settle();
      test.shown('enquiry-choice');
      const held = JSON.stringify(test.held());
      expect(CANARIES.filter((canary) => held.includes(canary))).toEqual([]);
    },
  );

  it('it was accepted in the last moment: nothing begins, and it is shown as it stands now', async () => {
    const test = await atCounter();
    await list(test);
    test.press({ type: 'CASE_OPEN', id: 1 });
    test.cases.cases = [caseWith({ state: 'accepted', reason: null, needsSomebody: false })];
    test.press({ type: 'CASE_GO_ON', locale: 'en' });
    await test.settle();
    expect(test.shown('case')).toMatchObject({ case: { state: 'accepted' }, way: null });
  });

  it('nobody may be served now: the counter says why, and nothing begins', async () => {
    const test = await atCounter();
    await list(test);
    test.press({ type: 'CASE_OPEN', id: 1 });
    test.ports.sendQueue({ type: 'STATUS', status: frozen('too-many-pending') });
    test.press({ type: 'CASE_GO_ON', locale: 'en' });
    await test.settle();
    expect(test.shown('station-called')).toMatchObject({ frozen: 'too-many-pending' });
  });

  it('the case of who was called is known by their ticket', async () => {
    const test = await atCounter();
    test.press({ type: 'STATION_CALL_NEXT' });
    await test.settle();
    test.press({ type: 'START', locale: 'en' });
    await test.settle();
    expect(test.cases.calls).toEqual(['calling A012']);
  });
});
