import { beforeAll, describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import { assuranceOf } from '../../domain/assurance.ts';
import { KIND_FACTS, withdrawalAssurance } from '../../domain/kinds/kinds.ts';
import { MEMBERS_ALONE } from '../../domain/terminal/intent/whose-intent.ts';
import { MOCK_RUN_ANSWERS } from '../../domain/catalogue/kinds/employer-remittance/mock-run.ts';
import { mockRunMachine } from '../mock-run/mock-run.machine.ts';
import { enquiryMachine } from '../enquiry/enquiry.machine.ts';
import { iamSmartMachine } from '../iam-smart.machine.ts';
import { idReadingMachine } from '../id-reading/id-reading.machine.ts';
import { operationsMachine } from '../operations/operations.machine.ts';
import { overlayOf } from '../present/overlay.ts';
import { screenOf } from '../present/screen.ts';
import { ticketMachine } from '../ticket/ticket.machine.ts';
import { resumeMachine } from '../resume.machine.ts';
import { registrationMachine } from '../registration.machine.ts';
import { hasStaffWork } from '../session/context/answered.ts';
import { EMPTY_VISIT } from '../session/context/visit.ts';
import type { sessionMachine, SessionSnapshot } from '../session/session.machine.ts';
import { adult01, CANARIES } from '../testing/people.ts';
import { covers, inJourney, inPresence } from './session/places.ts';
import { DEADLINES } from './session/events.ts';
import { sessionUnderGraph } from './session/machine.ts';
import { walkMostAssured, walkOwnLanguage, walkRefusals, walkSession } from './session/walks.ts';
import { outsideOfGraph, READY } from './stub.ts';
import { leadsTo, type Edge, type Walk } from './walk.ts';
import { flowOf, calculatorOf, ownLanguageOf } from './session/first-pages.ts';
import { expectedScreens, journeyOf, graphIsAttesting } from './session/pages.ts';

type SessionEdge = Edge<typeof sessionMachine>;

/** As the session hears them: a paper is made from the page when it is asked for. */
const MEMBERS_EVENTS: readonly string[] = MEMBERS_ALONE.map((type) =>
  type === 'PRINT' ? 'PRINT_PAPER' : type,
);

let graph: Walk<typeof sessionMachine>;
let assured: Walk<typeof sessionMachine>;
let own: Walk<typeof sessionMachine>;
let states: readonly SessionSnapshot[];

// Some thirty-six thousand states: half a minute of processor. The limit only ends a walk that never ends, on a machine that
// does several other things as well.
beforeAll(() => {
  graph = walkSession();
  assured = walkMostAssured();
  own = walkOwnLanguage();
  states = [...graph.states.values(), ...assured.states.values(), ...own.states.values()];
}, 300_000);

const edges = (): readonly SessionEdge[] => [...graph.edges, ...assured.edges, ...own.edges];

const isClosed = (snapshot: SessionSnapshot): boolean => snapshot.status === 'done';

/** What an edge shows of itself when a test fails. */
const shown = ({ from, event, to }: SessionEdge): unknown => ({ from: from.value, event, to: to.value });

// The time is for a loaded machine.
describe('the graph of the session', { timeout: 60_000 }, () => {
  it('is walked whole: every state is reached', () => {
    const visited = new Set([
      ...graph.visited,
      ...assured.visited,
      ...walkRefusals().visited,
      ...own.visited,
    ]);
    expect([...graph.all].filter((id) => !visited.has(id))).toEqual([]);
    expect([...graph.visited].filter((id) => !graph.all.has(id))).toEqual([]);
  });

  it('has no state without a screen of its own', () => {
    const outside = outsideOfGraph();
    const identified = { means: 'reader', document: adult01 } as const;
    const idReading = createActor(idReadingMachine, {
      input: {
        outside,
        sessionId: 's',
        reader: READY,
        mayDiffer: true,
        startAt: 'reader',
        identified: null,
      },
    }).getSnapshot();
    const registration = createActor(registrationMachine, {
      input: { outside, identified, answers: {}, byStaff: [], startAt: null, changing: false },
    }).getSnapshot();
    const resume = createActor(resumeMachine, { input: {} }).getSnapshot();
    const ticket = createActor(ticketMachine, {
      input: { outside, sessionId: 's', online: true, scanned: null },
    }).getSnapshot();
    const enquiry = createActor(enquiryMachine, {
      input: {
        outside,
        sessionId: 's',
        online: true,
        keptHere: false,
        claim: null,
        staffId: null,
        found: null,
        left: null,
      },
    }).getSnapshot();
    const iamSmart = createActor(iamSmartMachine, {
      input: { outside, sessionId: 's', online: true, claim: null },
    }).getSnapshot();
    const mockRun = createActor(mockRunMachine, {
      input: {
        ...{ outside, online: true, identified: null, answers: MOCK_RUN_ANSWERS, byStaff: [] },
        ...{ startAt: null, changing: false },
      },
    }).getSnapshot();
    const wrong = states
      .filter((session) => !isClosed(session))
      .filter(
        (session) =>
          !expectedScreens(session).includes(
            screenOf({
              session,
              enquiry,
              iamSmart,
              idReading,
              registration,
              mobileCode: null,
              instruction: flowOf(session),
              mockRun,
              file: null,
              calculator: calculatorOf(session),
              ownLanguage: ownLanguageOf(session),
              resume,
              ticket,
              printing: null,
              operations: null,
            }).id,
          ),
      );
    expect(wrong.map(({ value }) => value)).toEqual([]);
  });

  it('shows an overlay exactly where something covers the page', () => {
    const operations = createActor(operationsMachine, {
      input: {
        outside: outsideOfGraph(),
        staffId: 'S-3001',
        inHand: false,
        canSeeUsability: true,
        canPractise: false,
        canCarry: true,
        opensAt: 'overview',
      },
    }).getSnapshot();
    const world = { devices: {}, status: null };
    const wrong = states.filter(
      (session) =>
        (overlayOf({ session, operations, printing: null }, world) !== null) !== covers(session) > 0,
    );
    expect(wrong.map(({ value }) => value)).toEqual([]);
  });

  it('has no state without a way out to the attract page', () => {
    const before = new Map<string, string[]>();
    for (const { from, to } of graph.edges) {
      const key = graph.keyOf(to);
      const known = before.get(key);
      if (known === undefined) before.set(key, [graph.keyOf(from)]);
      else known.push(graph.keyOf(from));
    }
    const leading = new Set<string>();
    const open = [...graph.states].filter(([, state]) => inPresence(state, 'attract')).map(([key]) => key);
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      if (leading.has(key)) continue;
      leading.add(key);
      open.push(...(before.get(key) ?? []));
    }
    const seen = new Set<string>();
    const stuck = [...graph.states].filter(([key, state]) => {
      if (isClosed(state) || (leading.has(key) && covers(state) < 2)) return false;
      // Not gone on from in the walk: its own way out is followed here.
      const value = JSON.stringify(state.value);
      if (seen.has(value)) return false;
      seen.add(value);
      return !comesToRest(state);
    });
    expect(stuck.map(([, { value }]) => value)).toEqual([]);
  });

  it('comes to rest from every state when everybody has gone, by deadlines alone', () => {
    const seen = new Set<string>();
    const different = states.filter((state) => {
      const value = JSON.stringify(state.value);
      return !isClosed(state) && !seen.has(value) && seen.add(value);
    });
    expect(different.filter((state) => !comesToRest(state)).map(({ value }) => value)).toEqual([]);
  });

  it('has no exit that keeps personal data', () => {
    const kept = [...states, ...edges().map(({ to }) => to)].filter((state) => {
      if (inPresence(state, 'visit')) return false;
      const { outside: _ports, ...context } = state.context;
      const text = JSON.stringify([context, Object.keys(state.children)]);
      return context.visit !== EMPTY_VISIT || CANARIES.some((canary) => text.includes(canary));
    });
    expect(kept.map(({ value }) => value)).toEqual([]);
  });

  it('leaves a visit with no child alive that holds anything of it', () => {
    const children = edges()
      .filter(({ from, to }) => inPresence(from, 'visit') && !inPresence(to, 'visit'))
      .flatMap(({ to }) => Object.keys(to.children));
    expect([...new Set(children)].sort()).toEqual(['ended-closes']);
  });

  it('has no path to submitting without attestation at level 2 and the declaration', () => {
    const entries = edges().filter(
      ({ from, to }) => inJourney(to, 'submitting') && !inJourney(from, 'submitting'),
    );
    expect(entries.length).toBeGreaterThan(0);
    const unproven = entries.filter(({ from, event, to }) => {
      const { request, assist } = to.context.visit;
      if (request === null || assist !== null || request.kind === 'feedback') return true;
      const { payload } = request;
      const declared = payload.kind === 'cancellation' || payload.consents.declaration.digest !== '';
      const proven = payload.identification === null ? 0 : assuranceOf(payload.identification);
      const needed =
        request.kind === 'cancellation'
          ? withdrawalAssurance(to.context.visit.found?.kind ?? null)
          : KIND_FACTS[request.kind].assurance;
      if (!declared || proven < needed) return true;
      const bySlip = payload.kind === 'cancellation' && payload.identification === null;
      if (bySlip && payload.slipCode !== to.context.visit.found?.slipCode) return true;
      const page = request.kind === 'cancellation' ? 'withdrawConfirm' : 'declare';
      const first = inJourney(from, page) && event.type === 'SUBMIT';
      const again = inJourney(from, 'notSaved') && event.type === 'RETRY';
      return again ? request !== from.context.visit.request : !first;
    });
    expect(unproven.map(shown)).toEqual([]);
  });

  it('lets nobody declare or submit while staff hold the session', () => {
    const byStaff = edges().filter(({ from, to }) => {
      if (from.context.visit.assist === null) return false;
      const declares = inJourney(to, 'declare') && !inJourney(from, 'declare');
      return declares || (inJourney(to, 'submitting') && !inJourney(from, 'submitting'));
    });
    expect(byStaff.map(shown)).toEqual([]);
  });

  it('lets nobody print while staff hold the session, and covers no other page by it', () => {
    const printing = edges().filter(({ event }) => event.type === 'PRINT_PAPER');
    expect(printing.length).toBeGreaterThan(0);
    expect(printing.filter(({ from }) => from.context.visit.assist !== null).map(shown)).toEqual([]);
    const pages = ['receipt', 'prepared', 'parked', 'instruct', 'ticket'];
    expect(printing.filter(({ from }) => !pages.some((page) => inJourney(from, page))).map(shown)).toEqual(
      [],
    );
    expect(printing.filter(({ from, to }) => journeyOf(from) !== journeyOf(to)).map(shown)).toEqual([]);
  });

  it('has nothing that only the member may do within reach of staff, in any state', () => {
    const acts = edges().filter(({ event }) => MEMBERS_EVENTS.includes(event.type));
    // What is not walked at all proves nothing.
    expect([...new Set(acts.map(({ event }) => event.type))].sort()).toEqual([...MEMBERS_EVENTS].sort());
    expect(acts.filter(({ from }) => from.context.visit.assist !== null).map(shown)).toEqual([]);
  });

  it('goes on after staff have handed back only when the member has seen what they filled in', () => {
    const confirming = (snapshot: SessionSnapshot): boolean =>
      snapshot.matches({ open: { presence: { visit: { staff: 'confirming' } } } });
    const past = graph.edges.filter(
      ({ from, event, to }) =>
        confirming(from) &&
        inPresence(to, 'visit') &&
        covers(to) === 0 &&
        event.type !== 'CONFIRM_TOUCHED' &&
        event.type !== 'CHANGE_TOUCHED',
    );
    expect(past.map(shown)).toEqual([]);
    expect(graph.edges.some(({ event }) => event.type === 'CONFIRM_TOUCHED')).toBe(true);
  });

  it('leads from what is not right to the page of it, and nowhere else', () => {
    const edgesToPages = edges().filter(({ event }) => event.type === 'CHANGE_TOUCHED');
    const pages = edgesToPages.map(({ to }) =>
      ['task', 'instruct', 'identify'].find((page) => inJourney(to, page)),
    );
    expect([...new Set(pages)].sort()).toEqual(['identify', 'instruct', 'task']);
    const loose = edgesToPages.filter(({ to }) => !to.context.visit.unconfirmed || covers(to) > 0);
    expect(loose.map(shown)).toEqual([]);
  });

  it('shows the rest again after one of it was put right; nothing is left out unseen', () => {
    const past = edges().filter(
      ({ from, event, to }) =>
        from.context.visit.unconfirmed &&
        inPresence(to, 'visit') &&
        !to.context.visit.unconfirmed &&
        to.context.visit.assist === null &&
        event.type !== 'CONFIRM_TOUCHED' &&
        hasStaffWork(to.context.visit),
    );
    expect(past.map(shown)).toEqual([]);
  });

  it('declares and submits nothing before the member has seen what staff filled in', () => {
    const unseen = edges().filter(({ from, to }) => {
      if (!to.context.visit.unconfirmed) return false;
      return ['declare', 'ownConsents', 'submitting'].some(
        (page) => inJourney(to, page) && !inJourney(from, page),
      );
    });
    expect(unseen.map(shown)).toEqual([]);
    // There are such states; the walk has been on both pages with them.
    expect(states.some(({ context: { visit } }) => visit.unconfirmed)).toBe(true);
  });

  it('lets nobody sign in with iAM Smart while staff hold the session', () => {
    const signing = edges().filter(({ to }) => inJourney(to, 'signIn'));
    expect(signing.length).toBeGreaterThan(0);
    expect(signing.filter(({ to }) => to.context.visit.assist !== null).map(shown)).toEqual([]);
    const completed = edges().filter(
      ({ from, to }) => from.context.visit.iamSmart === null && to.context.visit.iamSmart !== null,
    );
    expect(completed.length).toBeGreaterThan(0);
    const wrong = completed.filter(
      ({ from, to }) => !inJourney(from, 'signIn') || to.context.visit.assist !== null,
    );
    expect(wrong.map(shown)).toEqual([]);
  });

  it('lets what needs iAM Smart be prepared without it, and never submitted', () => {
    const prepared = assured.edges.filter(({ to }) => inJourney(to, 'prepared'));
    expect(
      prepared.filter(({ to }) => to.context.visit.prepareOnly && to.context.online).length,
    ).toBeGreaterThan(0);
    const submitted = assured.edges.filter(({ to }) => inJourney(to, 'submitting'));
    expect(submitted.length).toBeGreaterThan(0);
    expect(submitted.filter(({ to }) => to.context.visit.iamSmart === null).map(shown)).toEqual([]);
  });

  it('lets no tap reach the page beneath a cover', () => {
    const taps = [
      'CONTINUE',
      'BACK',
      'CHANGE',
      'SUBMIT',
      'RETRY',
      'DONE',
      'STAFF_ATTEST',
      'ATTEST',
      'HAND_BACK',
    ];
    const through = edges().filter(({ from, event }) => covers(from) > 0 && taps.includes(event.type));
    expect(through.map(shown)).toEqual([]);
  });

  it('lets staff tap on their own pages without moving the page of the member', () => {
    const moved = edges().filter(
      ({ from, event, to }) =>
        graphIsAttesting(from) &&
        ['CONTINUE', 'BACK'].includes(event.type) &&
        journeyOf(from) !== journeyOf(to),
    );
    expect(moved.map(shown)).toEqual([]);
  });
});

function comesToRest(state: SessionSnapshot): boolean {
  return leadsTo(sessionUnderGraph, state, DEADLINES, (snapshot) => inPresence(snapshot, 'attract'), 12);
}
