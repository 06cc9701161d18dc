import { describe, expect, it } from 'vitest';
import type { HkidDocument } from '../../../domain/identity/document/document.ts';
import { deadline } from '../../deadline.ts';
import type { IdReadingEvent, IdReadingInput } from '../../id-reading/context.ts';
import { idReadingMachine, type IdReadingSnapshot } from '../../id-reading/id-reading.machine.ts';
import { identifyScreen } from '../../present/screen.ts';
import { adult01, traveller01, typedNumber, typedNumberText } from '../../testing/people.ts';
import { outsideOfGraph, READY, silent } from '../stub.ts';
import { leadsTo, walk, type Walk } from '../walk.ts';

const machine = idReadingMachine.provide({ actors: { deadline: silent(deadline) } });

const outside = outsideOfGraph();
const STARTS: readonly IdReadingInput[] = (
  [
    { startAt: 'reader', identified: null },
    { startAt: 'reader', identified: null, reader: { ...READY, cardPresent: true, leftBehind: true } },
    { startAt: 'result', identified: { means: 'reader', document: adult01 } },
    { startAt: 'result', identified: { means: 'typed', number: typedNumber } },
    { startAt: 'typed-number', identified: { means: 'typed', number: typedNumber } },
  ] as const
).map((start) => ({
  ...{ outside, sessionId: 's', reader: READY },
  // From one start is enough: its pages are the same from the others, and each multiplies with every state of the reader.
  mayDiffer: start.startAt === 'result' && start.identified.means === 'reader',
  ...start,
}));

function read(readId: string, document: HkidDocument | typeof traveller01): IdReadingEvent {
  return { type: 'DOCUMENT_READ', readId, document };
}

function events({ context }: IdReadingSnapshot): readonly IdReadingEvent[] {
  const readId = context.readId ?? 'none';
  return [
    { type: 'CONTINUE' },
    { type: 'BACK' },
    { type: 'RETRY' },
    { type: 'RECORD_DIFFERS' },
    { type: 'ANSWER', value: 'QUIL' },
    { type: 'ANSWER', value: '1961-05' },
    { type: 'NO_HKID' },
    { type: 'TYPE_NUMBER' },
    { type: 'OTHER_DOCUMENT', document: 'replacement-slip' },
    { type: 'ANSWER', value: typedNumberText },
    { type: 'ANSWER', value: 'A123456(0)' },
    { type: 'FIELD_DRAFT', value: 'A12' },
    { type: 'READ_OVERDUE' },
    { type: 'CARD_PRESENT', device: 'id-reader' },
    { type: 'CARD_REMOVED', device: 'id-reader' },
    read(readId, adult01),
    read('an-earlier-read', adult01),
    read(readId, traveller01),
    { type: 'READ_FAILED', readId, trouble: 'unreadable' },
    { type: 'READ_FAILED', readId: 'an-earlier-read', trouble: 'unreadable' },
    { type: 'HARDWARE_DOWN' },
    ...(['absent', 'connecting', 'ready', 'busy', 'faulted'] as const).map(
      (status) => ({ type: 'DEVICE_STATE', device: 'id-reader', status, simulated: false }) as const,
    ),
  ];
}

function walkFrom(input: IdReadingInput): Walk<typeof idReadingMachine> {
  return walk(machine, {
    input,
    events,
    distinguish: ({ context }) => [
      context.reader,
      context.trouble,
      context.identified?.means,
      context.number !== null,
      context.typedError,
      context.saidError !== null,
      context.output.outcome,
    ],
  });
}

const walks = STARTS.map(walkFrom);
const states = walks.flatMap((one) => [...one.states.values()]);
const open = states.filter((state) => state.status === 'active');

describe('the graph of identification', () => {
  it('is walked whole: every state is reached', () => {
    const visited = new Set(walks.flatMap((one) => [...one.visited]));
    expect([...(walks[0]?.all ?? [])].filter((id) => !visited.has(id))).toEqual([]);
  });

  it('has a screen of its own for every state', () => {
    const screens: Readonly<Record<string, string>> = {
      '{"armed":"waiting"}': 'identify',
      '{"armed":"reading"}': 'reading',
      '"occupied"': 'identify',
      '"trouble"': 'reader-trouble',
      '"result"': 'read-result',
      '"noHkid"': 'no-hkid',
      '"typing"': 'typed-number',
      '"checking"': 'typed-number-check',
      '"recordSurname"': 'record-says',
      '"recordGivenNames"': 'record-says',
      '"recordBirth"': 'record-says',
    };
    const wrong = open.filter((state) => screens[JSON.stringify(state.value)] !== identifyScreen(state).id);
    expect(wrong.map(({ value }) => value)).toEqual([]);
  });

  it('has a way back and a way on by hand from every state, whatever the reader does', () => {
    const done = (state: IdReadingSnapshot): boolean => state.status === 'done';
    const ofRecord = (state: IdReadingSnapshot): boolean => identifyScreen(state).id === 'record-says';
    const by = (...order: readonly IdReadingEvent[]) =>
      open.filter((state) => !leadsTo(machine, state, order, done, 8));
    // A card that is being read holds the page for the time-out at most.
    expect(by({ type: 'READ_OVERDUE' }, { type: 'BACK' }).map(({ value }) => value)).toEqual([]);
    const typing = by(
      { type: 'READ_OVERDUE' },
      { type: 'ANSWER', value: typedNumberText },
      { type: 'TYPE_NUMBER' },
      { type: 'CONTINUE' },
    );
    expect(typing.filter((state) => !ofRecord(state)).map(({ value }) => value)).toEqual([]);
    // What a record has goes on page by page to its end.
    const said = open.filter(ofRecord);
    const goesOn = (state: IdReadingSnapshot): boolean =>
      leadsTo(
        machine,
        state,
        [{ type: 'ANSWER', value: state.matches('recordBirth') ? '1961-05' : 'QUIL' }],
        (next) => next.value !== state.value,
        1,
      );
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((state) => !goesOn(state)).map(({ value }) => value)).toEqual([]);
    // Many short walks; the time is for a loaded machine.
  }, 30_000);

  it('takes a document only for the read that is armed', () => {
    const late = walks.flatMap((one) =>
      one.edges.filter(
        ({ event }) =>
          (event.type === 'DOCUMENT_READ' || event.type === 'READ_FAILED') &&
          event.readId === 'an-earlier-read',
      ),
    );
    expect(late.map(({ from, to }) => [from.value, to.value])).toEqual([]);
  });

  it('is armed exactly while it waits or reads', () => {
    const wrong = open.filter((state) => state.matches('armed') !== (state.context.readId !== null));
    expect(wrong.map(({ value }) => value)).toEqual([]);
  });
});
