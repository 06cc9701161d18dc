import fc from 'fast-check';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { createManualClock } from '../../testing/manual-clock.ts';
import { NMEA_START, nmeaChecksum, nmeaSentence, readNmea } from './nmea.ts';
import { createPositionReceiver } from './receiver.ts';

const GGA = 'GNGGA,081836.00,2217.3130,N,11356.5050,E,1,09,0.9,12.0,M,-2.1,M,,';
const read = (...bodies: readonly string[]) =>
  readNmea(NMEA_START, Buffer.concat(bodies.map((body) => nmeaSentence(body)))).positions;

describe('sentences of a receiver', () => {
  it('the checksum is the exclusive or of what stands between', () => {
    expect(nmeaChecksum('GPGLL,5057.970,N,00146.110,E,142451,A')).toBe(0x27);
  });

  it('degrees and minutes become degrees, metres come from HDOP', () => {
    const [position] = read(GGA);
    expect(position?.latitude).toBeCloseTo(22 + 17.313 / 60, 8);
    expect(position?.longitude).toBeCloseTo(113 + 56.505 / 60, 8);
    expect(position?.accuracyMetres).toBeCloseTo(4.5, 8);
  });

  it('south and west are negative', () => {
    expect(read('GPGGA,1,3351.0000,S,15112.0000,W,1,05,1.0,,,,,,')).toEqual([
      { latitude: -33.85, longitude: -151.2, accuracyMetres: 5 },
    ]);
  });

  it("the receiver's own word about its error goes before HDOP", () => {
    const [position] = read('GNGST,081836.00,1.2,3.0,2.0,45.0,3.0,4.0,6.0', GGA);
    expect(position?.accuracyMetres).toBe(5);
  });

  it.each([
    ['no fix yet', 'GNGGA,081836.00,,,,,0,00,99.9,,,,,,'],
    ['a quality that is none', 'GNGGA,1,2217.3130,N,11356.5050,E,0,09,0.9,,,,,,'],
    ['sixty minutes', 'GNGGA,1,2260.0000,N,11356.5050,E,1,09,0.9,,,,,,'],
    ['beyond the pole', 'GNGGA,1,9100.0000,N,11356.5050,E,1,09,0.9,,,,,,'],
    ['no side', 'GNGGA,1,2217.3130,X,11356.5050,E,1,09,0.9,,,,,,'],
    ['no accuracy at all', 'GNGGA,1,2217.3130,N,11356.5050,E,1,09,,,,,,,'],
  ])('%s is no position', (_, body) => {
    expect(read(body)).toEqual([null]);
  });

  it('one wrong character is noticed', () => {
    const bytes = nmeaSentence(GGA);
    bytes[12] = (bytes[12] ?? 0) ^ 1;
    expect(readNmea(NMEA_START, bytes).positions).toEqual([]);
  });

  it('however the line cuts them, the same positions come out', () => {
    const whole = Buffer.concat([
      nmeaSentence(GGA),
      nmeaSentence('GNGGA,1,,,,,0,,,,,,,,'),
      nmeaSentence(GGA),
    ]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 60 }), (sizes) => {
        let state = NMEA_START;
        const found = [];
        let at = 0;
        for (let turn = 0; at < whole.length; turn += 1) {
          const size = sizes[turn % sizes.length] ?? 1;
          const step = readNmea(state, whole.subarray(at, at + size));
          state = step.state;
          found.push(...step.positions);
          at += size;
        }
        expect(found).toEqual(readNmea(NMEA_START, whole).positions);
      }),
    );
  });

  it('no bytes make it throw, or give a place that is not on earth', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 6 }), (chunks) => {
        let state = NMEA_START;
        for (const chunk of chunks) state = readNmea(state, chunk).state;
        expect(state.pending.length).toBeLessThanOrEqual(120);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[0-9NSEW.]{0,12}$/), { maxLength: 12 }), (fields) => {
        for (const position of read(['GNGGA', ...fields].join(','))) {
          if (position === null) continue;
          expect(Math.abs(position.latitude)).toBeLessThanOrEqual(90);
          expect(Math.abs(position.longitude)).toBeLessThanOrEqual(180);
          expect(position.accuracyMetres).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe('the receiver on its line', () => {
  it('tells the newest position, and none once it is half a minute old', async () => {
    const clock = createManualClock();
    const receiver = createPositionReceiver(null, clock);
    expect(receiver.position()).toBeNull();
    receiver.feed(nmeaSentence(GGA));
    expect(receiver.position()).not.toBeNull();
    await clock.advance(31_000);
    expect(receiver.position()).toBeNull();
  });

  it('a fix that is lost is no position any more', () => {
    const receiver = createPositionReceiver(null, createManualClock());
    receiver.feed(nmeaSentence(GGA));
    receiver.feed(nmeaSentence('GNGGA,081840.00,,,,,0,00,99.9,,,,,,'));
    expect(receiver.position()).toBeNull();
  });

  it('reads the bytes of a file as those of a serial line', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'empf-gps-')), 'line');
    writeFileSync(path, nmeaSentence(GGA));
    const receiver = createPositionReceiver(path);
    await vi.waitFor(() => expect(receiver.position()).not.toBeNull());
    receiver.stop();
  });
});
