import { describe, expect, it } from 'vitest';
import { parseHkid } from '../../../../domain/identity/document/hkid.ts';
import {
  FIXTURE_HKIDS,
  reportedDocument,
  SIMULATED_DOCUMENT_NAMES,
  SIMULATED_DOCUMENTS,
  type SimulatedCard,
} from '../simulator/documents.ts';
import { startBench } from './bench.ts';

const FIRST = 'read-1 read: Z900142';

describe('a member puts a card in', () => {
  it('after the terminal asked for it', async () => {
    const { clock, driver, insert, results, events } = await startBench();
    driver.arm('read-1');
    insert('adult-01');
    await clock.advance(1_000);
    expect(results()).toEqual([FIRST]);
    expect(events.at(-2)).toEqual({
      type: 'DOCUMENT_READ',
      readId: 'read-1',
      document: {
        kind: 'hkid',
        number: { body: 'Z900142', check: '6' },
        surname: 'SZETOHONG',
        givenNames: 'Wing Lam',
        nameChinese: '司徒康詠嵐',
        dateOfBirth: { year: 1985, month: 3, day: 14 },
        sex: 'F',
        dateOfIssue: '2019-08-21',
        authenticity: { method: 'none', result: 'not-performed', middleware: '' },
      },
    });
    expect(events.at(-1)).toMatchObject({ type: 'DEVICE_STATE', status: 'ready', simulated: true });
  });

  it('before the terminal asked for it', async () => {
    const { clock, driver, insert, results, events } = await startBench();
    insert('adult-01');
    await clock.advance(1_000);
    expect(results()).toEqual([]);
    expect(events).toContainEqual({ type: 'CARD_PRESENT', device: 'id-reader' });
    driver.arm('read-1');
    await clock.advance(1_000);
    expect(results()).toEqual([FIRST]);
  });

  it('and every one of the invented people is read as printed', async () => {
    const { clock, driver, insert, reader, events } = await startBench();
    for (const name of SIMULATED_DOCUMENT_NAMES) {
      const card: SimulatedCard = SIMULATED_DOCUMENTS[name];
      if (card.reads !== 'document' || card.document.kind !== 'hkid' || name === 'misread-01') continue;
      driver.arm(name);
      insert(name);
      await clock.advance(1_000);
      reader.device.remove();
      const read = events.find((event) => event.type === 'DOCUMENT_READ' && event.readId === name);
      const { number: _number, dateOfBirth: _date, ...asPrinted } = card.document;
      expect(read).toMatchObject({ document: asPrinted });
    }
  });

  it('that shows only the year, or the year and month, of birth', async () => {
    const { clock, driver, insert, reader, events } = await startBench();
    driver.arm('year');
    insert('adult-02');
    await clock.advance(1_000);
    reader.device.remove();
    driver.arm('month');
    insert('adult-03');
    await clock.advance(1_000);
    expect(events.filter((event) => event.type === 'DOCUMENT_READ')).toMatchObject([
      { document: { dateOfBirth: { year: 1958, month: null, day: null } } },
      { document: { dateOfBirth: { year: 1962, month: 7, day: null } } },
    ]);
  });

  it('that the reader misreads: the check character does not fit', async () => {
    const { clock, driver, insert, results } = await startBench();
    driver.arm('read-1');
    insert('misread-01');
    await clock.advance(1_000);
    expect(results()).toEqual(['read-1 failed: unreadable']);
  });

  it('that is a passport', async () => {
    const { clock, driver, insert, events } = await startBench();
    driver.arm('read-1');
    insert('passport-01');
    await clock.advance(1_000);
    expect(events).toContainEqual({
      type: 'DOCUMENT_READ',
      readId: 'read-1',
      document: { kind: 'passport', issuingState: 'UTO', surname: 'ERIKSSON', givenNames: 'ANNA MARIA' },
    });
  });

  it('that is a paper slip', async () => {
    const { clock, driver, insert, results } = await startBench();
    driver.arm('read-1');
    insert('replacement-slip');
    await clock.advance(1_000);
    expect(results()).toEqual(['read-1 failed: not-a-document-we-know']);
  });
});

describe('what a card proves', () => {
  const genuine = { method: 'chip', result: 'passed', middleware: 'somebody 2.1' } as const;
  const readWith = async (authorisedMiddleware: boolean) => {
    const bench = await startBench({ policy: { authorisedMiddleware } });
    bench.driver.arm('read-1');
    const document = reportedDocument('adult-01');
    if (document.kind !== 'hkid') throw new Error('a card is needed');
    bench.reader.device.insert({ reads: 'document', document: { ...document, authenticity: genuine } });
    await bench.clock.advance(1_000);
    return bench.events.find((event) => event.type === 'DOCUMENT_READ');
  };

  it('a reader nobody authorised says that the card is genuine: not believed', async () => {
    expect(await readWith(false)).toMatchObject({ document: { authenticity: { result: 'not-performed' } } });
  });

  it('authorised middleware says that the card is genuine: believed', async () => {
    expect(await readWith(true)).toMatchObject({ document: { authenticity: genuine } });
  });

  it('any reader says that the card is not genuine: believed', async () => {
    const { clock, driver, insert, events } = await startBench();
    driver.arm('read-1');
    insert('adult-14');
    await clock.advance(1_000);
    expect(events.find((event) => event.type === 'DOCUMENT_READ')).toMatchObject({
      document: { authenticity: { result: 'failed' } },
    });
  });
});

describe('nobody asked for the document', () => {
  it('the member left before it was read: nothing comes', async () => {
    const { clock, driver, insert, results } = await startBench();
    driver.arm('read-1');
    insert('adult-01');
    await clock.advance(200);
    driver.forget();
    await clock.advance(5_000);
    expect(results()).toEqual([]);
  });

  it('the terminal stops asking: the reader is told, and nothing comes', async () => {
    const { clock, driver, insert, results, reader } = await startBench();
    driver.arm('read-1');
    await clock.settle();
    expect(reader.device.armed).toBe(true);
    driver.disarm();
    await clock.settle();
    expect(reader.device.armed).toBe(false);
    insert('adult-01');
    await clock.advance(5_000);
    expect(results()).toEqual([]);
  });

  it('a card left in the reader is not read again', async () => {
    const { clock, driver, insert, results } = await startBench();
    driver.arm('read-1');
    insert('adult-01');
    await clock.advance(60_000);
    expect(results()).toEqual([FIRST]);
  });
});

describe('the invented people', () => {
  it('are at least twelve, with numbers of the list and check characters that pass', () => {
    const people = Object.entries(SIMULATED_DOCUMENTS).filter(([name]) => name.startsWith('adult-'));
    expect(people.length).toBeGreaterThanOrEqual(12);
    for (const number of FIXTURE_HKIDS) expect(parseHkid(number).ok).toBe(true);
  });
});
