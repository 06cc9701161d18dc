import { describe, expect, it } from 'vitest';
import { ENQUIRY_FAULTS } from '../../../domain/codes.ts';
import { SUBMISSION_KINDS, type SubmissionKind, withdrawalAssurance } from '../../../domain/kinds/kinds.ts';
import { fail, ok } from '../../../domain/result.ts';
import type { FoundStatus } from '../../../domain/terminal/ports/queue/enquiry.ts';
import type { Screen } from '../../../domain/terminal/view/screen.ts';
import { ENQUIRY_STATUSES } from '../../../domain/wire/enquiry.ts';
import { deadline } from '../../deadline.ts';
import { enquire, listLeft } from '../../enquiry/actors.ts';
import { enquiryMachine, type EnquirySnapshot } from '../../enquiry/enquiry.machine.ts';
import type { EnquiryEvent } from '../../enquiry/setup.ts';
import type { IdentityClaim } from '../../../domain/wire/enquiry.ts';
import { evidenceOf } from '../../../domain/registration/build-payload.ts';
import { canonicalHkid } from '../../../domain/identity/document/hkid.ts';
import { adult01 } from '../../testing/people.ts';
import { enquiryScreen } from '../../present/enquiry-screen.ts';
import { LEFT, LEFT_ID } from '../../testing/harness.ts';
import { outsideOfGraph, silent } from '../stub.ts';
import { leadsTo, walk } from '../walk.ts';

const machine = enquiryMachine.provide({
  actors: { deadline: silent(deadline), enquire: silent(enquire), listLeft: silent(listLeft) },
});
const found = {
  id: LEFT_ID,
  reference: LEFT.reference,
  status: 'received',
  code: null,
  receivedAt: '2026-11-20T02:05:00.000Z',
} as const;

/** What may be done with it depends on the kind; with anything else nothing may. */
const WHERE_KINDS_MATTER: readonly FoundStatus[] = ['kept', 'received', 'needs-correction'];

/** Every answer and error of the platform, as the contract allows them. */
const ANSWERS = [
  ...[...ENQUIRY_STATUSES, 'kept' as const].flatMap((status) =>
    (WHERE_KINDS_MATTER.includes(status) ? [null, ...SUBMISSION_KINDS] : [null]).map((kind) =>
      ok({ ...found, kind, status }),
    ),
  ),
  ...ENQUIRY_FAULTS.map((fault) => fail(fault)),
].map((output) => ({ type: 'xstate.done.actor.enquire', output, actorId: 'enquire' }));

const other = { ...found, id: '0190d5a8-0000-7000-8000-00000000a043', status: 'accepted' } as const;

/** Nothing at all is a fault to the machine (`listLeft`); one thing, and several. */
const LISTS = [
  ok({ items: [found], more: false }),
  ok({ items: [found, other], more: true }),
  ...ENQUIRY_FAULTS.map((fault) => fail(fault)),
].map((output) => ({ type: 'xstate.done.actor.list-left', output, actorId: 'list-left' }));

const EVENTS = [
  ...ANSWERS,
  ...LISTS,
  { type: 'xstate.error.actor.list-left', error: 'gone', actorId: 'list-left' },
  { type: 'ENQUIRE_BY', by: 'code' },
  { type: 'ENQUIRE_BY', by: 'document' },
  { type: 'CHOOSE_LEFT', id: found.id },
  { type: 'CHOOSE_LEFT', id: 'nobody-s' },
  { type: 'xstate.error.actor.enquire', error: 'gone', actorId: 'enquire' },
  { type: 'ENQUIRY_OVERDUE' },
  { type: 'CONNECTION', online: true, trouble: null },
  { type: 'CONNECTION', online: false, trouble: 'no-network' },
  { type: 'FIELD_DRAFT', value: 'K' },
  { type: 'ANSWER', value: LEFT.reference, staffId: null },
  { type: 'ANSWER', value: LEFT.code, staffId: null },
  { type: 'ANSWER', value: '', staffId: 'S-1001' },
  { type: 'BACK' },
  { type: 'RETRY' },
  { type: 'WITHDRAW' },
  { type: 'CORRECT' },
  { type: 'DONE' },
] as unknown as readonly EnquiryEvent[];

const claim: IdentityClaim = {
  person: { hkid: canonicalHkid(adult01.number) },
  identification: evidenceOf({ means: 'reader', document: adult01 }, null) as IdentityClaim['identification'],
};

const walkFrom = (
  online: boolean,
  before: typeof found | null,
  by: IdentityClaim | null = null,
  keptHere = false,
) =>
  walk(machine, {
    input: {
      outside: outsideOfGraph(),
      sessionId: 's',
      online,
      keptHere,
      claim: by,
      staffId: null,
      found: before,
      left: null,
    },
    events: () => EVENTS,
    distinguish: ({
      context: { online: connected, reference, code, error, fault, found: now, left, claim: asks, output },
    }) => [
      asks !== null,
      left?.items.length,
      connected,
      reference !== null,
      code !== null,
      error,
      fault,
      now?.status,
      now?.kind,
      output.outcome,
    ],
  });

const walks = [
  walkFrom(true, null),
  walkFrom(false, null),
  walkFrom(true, found),
  walkFrom(true, null, claim),
  walkFrom(false, null, null, true),
];
const states = walks.flatMap((one) => [...one.states.values()]);
const open = states.filter((state) => state.status === 'active');

describe('the graph of an enquiry', () => {
  it('is walked whole: every state is reached', () => {
    const visited = new Set(walks.flatMap((one) => [...one.visited]));
    expect([...(walks[0]?.all ?? [])].filter((id) => !visited.has(id))).toEqual([]);
  });

  it('has a page of its own for every state', () => {
    const screens: Readonly<Record<string, Screen['id']>> = {
      choice: 'enquiry-choice',
      searching: 'enquiry-asking',
      list: 'enquiry-list',
      reference: 'enquiry-reference',
      code: 'enquiry-code',
      asking: 'enquiry-asking',
      result: 'enquiry-result',
      trouble: 'enquiry-trouble',
    };
    const wrong = open.filter((state) => screens[state.value] !== enquiryScreen(state).id);
    expect(wrong.map(({ value }) => value)).toEqual([]);
  });

  it('can be left backwards from every page', () => {
    const done = ({ status }: EnquirySnapshot): boolean => status === 'done';
    // What was found changes nothing of the ways back, only whether and how.
    const ways = new Map(
      open.map((state) => {
        const { online, keptHere, fault, reference, code, claim: asks, left, found: now } = state.context;
        const held = [reference, code, asks, now].map((one) => one !== null);
        return [JSON.stringify([state.value, online, keptHere, fault, held, left?.items.length]), state];
      }),
    );
    const stuck = [...ways.values()].filter((state) => !leadsTo(machine, state, [{ type: 'BACK' }], done, 5));
    expect(stuck.map(({ value }) => value)).toEqual([]);
  });

  it('does not wait for ever', () => {
    const asking = open.filter((state) => state.matches('asking') || state.matches('searching'));
    expect(asking.length).toBeGreaterThan(0);
    expect(asking.every((state) => state.can({ type: 'ENQUIRY_OVERDUE' }))).toBe(true);
  });

  it('leads to a withdrawal only of what is unprocessed, to a correction only of what needs one', () => {
    const ends = states.flatMap(({ output }) => (output !== undefined && 'found' in output ? [output] : []));
    expect(new Set(ends.map((end) => `${end.outcome} ${end.found.status}`))).toEqual(
      new Set(['withdraw received', 'withdraw kept', 'correct needs-correction']),
    );
    const ofKind = (outcome: string, kind: SubmissionKind): boolean =>
      ends.some((end) => end.outcome === outcome && end.found.kind === kind);
    expect(SUBMISSION_KINDS.filter((kind) => ofKind('correct', kind))).toEqual(['member-registration']);
    // It is a withdrawal itself, or has no slip.
    expect(SUBMISSION_KINDS.filter((kind) => !ofKind('withdraw', kind)).sort()).toEqual([
      'cancellation',
      'feedback',
    ]);
  });

  it('leads to a withdrawal without a card only with the code of the slip', () => {
    const ends = states.flatMap(({ output }) => (output?.outcome === 'withdraw' ? [output.found] : []));
    const wrong = ends.filter(
      ({ kind = null, slipCode }) => (withdrawalAssurance(kind) === 0) !== (slipCode !== undefined),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps no code once it was answered, but one that withdraws what was found', () => {
    const kept = states.filter(
      ({ context }) => context.found !== null && (context.code !== null || context.typedCode !== ''),
    );
    expect(kept.map(({ value }) => value)).toEqual([]);
  });

  it('keeps nothing of who asked once another question is chosen', () => {
    const kept = states.filter(
      ({ context, value }) =>
        value === 'choice' && (context.claim !== null || context.left !== null || context.found !== null),
    );
    expect(kept.map(({ value }) => value)).toEqual([]);
  });

  it('never tries again after too many tries', () => {
    const asked = walks.flatMap((one) =>
      one.edges.filter(
        ({ from, to }) =>
          from.matches('trouble') && from.context.fault === 'too-many-tries' && !to.matches('trouble'),
      ),
    );
    expect(asked.filter(({ to }) => to.status !== 'done').map(({ event }) => event)).toEqual([]);
  });
});
