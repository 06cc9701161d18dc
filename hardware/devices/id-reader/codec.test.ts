import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CodecState,
  decodeFromDevice,
  decodeFromHost,
  encodeToDevice,
  encodeToHost,
  initialCodecState,
  reset,
} from './codec.ts';
import { SIMULATED_DOCUMENT_NAMES, SIMULATED_DOCUMENTS, type SimulatedCard } from './simulator/documents.ts';
import { damage, flipBit, REPORT_FAULTS } from './simulator/faults.ts';
import { crc32 } from './wire/crc32.ts';
import type { Problem } from './wire/framing.ts';
import {
  CHUNK_BYTES,
  type DeviceMessage,
  HEADER_BYTES,
  MAX_MESSAGE_BYTES,
  REPORT_BYTES,
} from './wire/protocol.ts';

const NONCE = '00112233445566ff';
const PEOPLE = SIMULATED_DOCUMENT_NAMES.map((name): SimulatedCard => SIMULATED_DOCUMENTS[name]);
const DOCUMENTS = PEOPLE.flatMap((card) => (card.reads === 'document' ? [card.document] : []));
const MESSAGES: readonly DeviceMessage[] = [
  { type: 'hello', serial: 'SN-1', firmware: '1.2.3', capabilities: 3 },
  { type: 'card-present' },
  { type: 'card-removed' },
  { type: 'read-error', nonce: NONCE, code: 'unreadable' },
  { type: 'status', armed: true, cardPresent: false, reading: false },
  ...DOCUMENTS.map((document): DeviceMessage => ({ type: 'document', nonce: NONCE, document })),
];
const anyMessage = fc.constantFrom(...MESSAGES);
const anyDocument = fc.constantFrom(...MESSAGES.filter((message) => message.type === 'document'));

interface Heard {
  readonly messages: readonly DeviceMessage[];
  readonly problems: readonly Problem[];
  readonly state: CodecState;
}

/** Decodes buffers one after the other, and at the end the silence that closes an unfinished message. */
function hear(buffers: readonly Uint8Array[], from: CodecState = initialCodecState()): Heard {
  let state = from;
  const messages: DeviceMessage[] = [];
  const problems: Problem[] = [];
  for (const bytes of buffers) {
    const decoded = decodeFromDevice(state, bytes);
    state = decoded.state;
    messages.push(...decoded.messages);
    problems.push(...decoded.problems);
  }
  const ended = reset(state);
  return { messages, problems: [...problems, ...ended.problems], state: ended.state };
}

function join(reports: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(reports.flatMap((report) => [...report]));
}

/** The one rule for every damage: what was sent, or a problem that says so, and never anything else. */
function expectSameOrProblem(heard: Heard, sent: DeviceMessage): void {
  for (const message of heard.messages) expect(message).toEqual(sent);
  expect(heard.messages.length).toBeLessThanOrEqual(1);
  if (heard.messages.length === 0) expect(heard.problems).not.toEqual([]);
}

describe('messages as they should be', () => {
  it('says every message of the reader and hears the same', () => {
    for (const message of MESSAGES) {
      expect(hear(encodeToHost(message, 7))).toMatchObject({ messages: [message], problems: [] });
    }
  });

  it('says every message of the host and hears the same', () => {
    for (const message of [
      { type: 'hello' },
      { type: 'arm', nonce: NONCE },
      { type: 'disarm' },
      { type: 'forget' },
    ] as const) {
      const [report] = encodeToDevice(message, 255);
      expect(decodeFromHost(initialCodecState(), report ?? new Uint8Array())).toMatchObject({
        messages: [message],
        problems: [],
      });
    }
  });

  it('sends every report in 64 bytes with its id first', () => {
    for (const message of MESSAGES) {
      for (const report of encodeToHost(message, 1)) {
        expect(report.length).toBe(REPORT_BYTES);
        expect(report[0]).toBe(1);
      }
    }
  });

  it('computes the CRC that zlib does', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });

  it('refuses to send a message longer than the protocol allows', () => {
    const serial = 'x'.repeat(MAX_MESSAGE_BYTES);
    expect(() => encodeToHost({ type: 'hello', serial, firmware: '', capabilities: 0 }, 1)).toThrow(
      RangeError,
    );
  });
});

describe('bytes as they come', () => {
  it('survives any bytes in any buffers, and holds at most one message of them', () => {
    const buffers = fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 30 });
    fc.assert(
      fc.property(buffers, (received) => {
        let state = initialCodecState();
        for (const bytes of received) {
          state = decodeFromDevice(state, bytes).state;
          decodeFromHost(initialCodecState(), bytes);
        }
        const held = (state.partial?.chunks ?? []).reduce((sum, chunk) => sum + chunk.length, 0);
        expect(held).toBeLessThanOrEqual(MAX_MESSAGE_BYTES);
      }),
    );
  });

  it('survives any content inside a correct frame', () => {
    const content = fc.tuple(fc.nat(255), fc.uint8Array({ maxLength: 40 }));
    fc.assert(
      fc.property(content, ([type, payload]) => {
        const report = new Uint8Array(REPORT_BYTES);
        report.set([1, 0xe1, 9, type, payload.length, 0, 0, payload.length]);
        const checksum = crc32(Uint8Array.of(type, 9, payload.length, 0), payload);
        new DataView(report.buffer).setUint32(8, checksum, true);
        report.set(payload, HEADER_BYTES);
        const decoded = decodeFromDevice(initialCodecState(), report);
        expect(decoded.messages.length + decoded.problems.length).toBe(1);
      }),
    );
  });

  it('takes reports that arrive joined, as many at once as there are', () => {
    fc.assert(
      fc.property(anyMessage, fc.nat(30), (message, cut) => {
        const reports = encodeToHost(message, 3);
        const buffers = [join(reports.slice(0, cut)), join(reports.slice(cut))].filter(
          ({ length }) => length > 0,
        );
        expect(hear(buffers)).toMatchObject({ messages: [message], problems: [] });
      }),
    );
  });

  it('hears the same, or says that something is wrong, when a stream is cut anywhere', () => {
    fc.assert(
      fc.property(
        anyMessage,
        fc.array(fc.integer({ min: 1, max: 130 }), { minLength: 1, maxLength: 20 }),
        (message, sizes) => {
          const stream = join(encodeToHost(message, 3));
          const buffers: Uint8Array[] = [];
          for (let at = 0, turn = 0; at < stream.length; turn += 1) {
            const size = sizes[turn % sizes.length] ?? 1;
            buffers.push(stream.slice(at, at + size));
            at += size;
          }
          expectSameOrProblem(hear(buffers), message);
        },
      ),
    );
  });

  it('counts an empty buffer and goes on', () => {
    const [first, ...rest] = encodeToHost(MESSAGES[5] ?? { type: 'card-present' }, 3);
    const heard = hear([first ?? new Uint8Array(), new Uint8Array(0), ...rest]);
    expect(heard.messages).toEqual([MESSAGES[5]]);
    expect(heard.problems).toEqual(['report-empty']);
  });

  it('counts a report with an id it does not know', () => {
    expect(hear([Uint8Array.of(9, 0xe1, 0, 0)])).toMatchObject({
      messages: [],
      problems: ['report-unknown-id'],
    });
  });

  it.each([
    ['a byte array', (report: Uint8Array) => report],
    ['a Buffer of node-hid', (report: Uint8Array) => Buffer.from(report)],
  ])('does not keep or change the buffer it was given, be it %s', (_kind, asGiven) => {
    const reports = encodeToHost(MESSAGES[5] ?? { type: 'card-present' }, 3).map(asGiven);
    const originals = reports.map((report) => asGiven(Uint8Array.from(report)));
    let state = initialCodecState();
    const messages = reports.flatMap((report, index) => {
      const decoded = decodeFromDevice(state, report);
      state = decoded.state;
      expect(report).toEqual(originals[index]);
      report.fill(0xaa);
      return decoded.messages;
    });
    expect(messages).toEqual([MESSAGES[5]]);
  });
});

describe('damage on the way: the same document or a plain problem, never another document', () => {
  it('any single bit turned over', () => {
    for (const message of MESSAGES.filter(({ type }) => type === 'document').slice(0, 2)) {
      const reports = encodeToHost(message, 3);
      reports.forEach((report, which) => {
        for (let bit = 0; bit < REPORT_BYTES * 8; bit += 1) {
          const turned = flipBit(report, bit);
          expectSameOrProblem(
            hear(reports.map((other, index) => (index === which ? turned : other))),
            message,
          );
        }
      });
    }
  });

  it('any bytes of any report overwritten', () => {
    const overwrite = fc.record({
      which: fc.nat(20),
      at: fc.nat(REPORT_BYTES - 1),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
    });
    fc.assert(
      fc.property(anyDocument, fc.array(overwrite, { minLength: 1, maxLength: 4 }), (message, changes) => {
        const reports = encodeToHost(message, 3);
        for (const { which, at, bytes } of changes) {
          reports[which % reports.length]?.set(bytes.subarray(0, REPORT_BYTES - at), at);
        }
        expectSameOrProblem(hear(reports), message);
      }),
    );
  });

  it('any report cut off after any byte', () => {
    for (const message of MESSAGES) {
      const reports = encodeToHost(message, 3);
      reports.forEach((report, which) => {
        for (let length = 0; length < REPORT_BYTES; length += 1) {
          const short = report.slice(0, length);
          expectSameOrProblem(
            hear(reports.map((other, index) => (index === which ? short : other))),
            message,
          );
        }
      });
    }
  });

  it('any reports lost, repeated or in another order', () => {
    fc.assert(
      fc.property(anyDocument, fc.array(fc.nat(20), { maxLength: 24 }), (message, order) => {
        const reports = encodeToHost(message, 3);
        const arrived = order.flatMap((index) =>
          reports.slice(index % reports.length, (index % reports.length) + 1),
        );
        const heard = hear(arrived);
        for (const received of heard.messages) expect(received).toEqual(message);
        if (heard.messages.length === 0 && arrived.length > 0) expect(heard.problems).not.toEqual([]);
      }),
    );
  });

  it('the parts of two documents mixed', () => {
    fc.assert(
      fc.property(
        anyDocument,
        anyDocument,
        fc.array(fc.boolean(), { maxLength: 40 }),
        (left, right, choice) => {
          const one = encodeToHost(left, 3);
          const other = encodeToHost(right, 4);
          const mixed = choice.flatMap((first) => (first ? one : other).splice(0, 1));
          for (const message of hear([...mixed, ...one, ...other]).messages) {
            expect([left, right]).toContainEqual(message);
          }
        },
      ),
    );
  });

  it('a document that the previous one interrupted is read whole', () => {
    const [left, right] = MESSAGES.filter(({ type }) => type === 'document');
    if (left === undefined || right === undefined) throw new Error('two documents are needed');
    const heard = hear([...encodeToHost(left, 3).slice(0, 1), ...encodeToHost(right, 4)]);
    expect(heard.messages).toEqual([right]);
    expect(heard.problems).toEqual(['message-incomplete']);
  });

  it('every report twice: one document, and the repetitions counted', () => {
    const message = MESSAGES[5] ?? { type: 'card-present' };
    const heard = hear(damage(encodeToHost(message, 3), 'duplicate'));
    expect(heard.messages).toEqual([message]);
    expect(new Set(heard.problems)).toEqual(new Set(['part-repeated']));
  });

  it.each(REPORT_FAULTS)('the fault that the simulator calls %s', (fault) => {
    for (const message of MESSAGES.filter(({ type }) => type === 'document')) {
      expectSameOrProblem(hear(damage(encodeToHost(message, 3), fault)), message);
    }
  });

  it('the next document after any damage is read', () => {
    fc.assert(
      fc.property(
        anyDocument,
        fc.array(fc.uint8Array({ maxLength: 130 }), { maxLength: 8 }),
        (message, noise) => {
          let state = initialCodecState();
          for (const bytes of noise) state = decodeFromDevice(state, bytes).state;
          expect(hear(encodeToHost(message, 200), state).messages).toContainEqual(message);
        },
      ),
    );
  });
});

describe('forgetting', () => {
  it('overwrites what it held of an unfinished document', () => {
    const message = MESSAGES[5] ?? { type: 'card-present' };
    const [first] = encodeToHost(message, 3);
    const { state } = decodeFromDevice(initialCodecState(), first ?? new Uint8Array());
    const held = state.partial?.chunks[0];
    expect(held?.length).toBe(CHUNK_BYTES);
    const ended = reset(state);
    expect(held).toEqual(new Uint8Array(CHUNK_BYTES));
    expect(ended).toMatchObject({ state: { partial: null }, problems: ['message-incomplete'] });
  });
});
