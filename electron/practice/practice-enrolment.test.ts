import { verify } from '@node-rs/argon2';
import { expect, it } from 'vitest';
import {
  SIMULATED_DOCUMENT_NAMES,
  SIMULATED_DOCUMENTS,
} from '../../hardware/devices/id-reader/simulator/documents.ts';
import { PRACTICE_NUMBERS, PRACTICE_PEOPLE, PRACTICE_STAFF } from '../../domain/practice/people.ts';
import { parseHkid } from '../../domain/identity/document/hkid.ts';
import { keyInForce, verifyKeyDocument, verifyUnder } from '../../domain/wire/signing.ts';
import { staffListSchema } from '../../domain/wire/staff-list.ts';
import { practiceEnrolment } from './practice-enrolment.ts';

const NOW = '2026-11-23T02:00:00.000Z';

it('a run of practice has a key that only practice is sealed to, and none for what is real', async () => {
  const enrolment = await practiceEnrolment('K0127', NOW);
  expect(enrolment.terminalId).toBe('X0127');
  const keys = await verifyKeyDocument(enrolment.keyDocument, enrolment.rootKey);
  if (!keys.ok) throw new Error(keys.code);
  expect(keyInForce(keys.value, 'seal-practice', NOW)).not.toBeNull();
  expect(keyInForce(keys.value, 'seal', NOW)).toBeNull();
  const again = await practiceEnrolment('K0127', NOW);
  expect(again.rootKey.x).not.toBe(enrolment.rootKey.x);
});

it('its staff sign in with the PIN that the panel shows, and whose list is signed in that run alone', async () => {
  const enrolment = await practiceEnrolment('K0127', NOW);
  const keys = await verifyKeyDocument(enrolment.keyDocument, enrolment.rootKey);
  if (!keys.ok) throw new Error(keys.code);
  const list = await verifyUnder(
    enrolment.staffList,
    keys.value,
    'staff-list',
    staffListSchema,
    (of) => of.issuedAt,
  );
  if (!list.ok) throw new Error(list.code);
  for (const [index, { pin }] of PRACTICE_STAFF.entries()) {
    expect(await verify(list.value.staff[index]?.pinHash ?? '', pin)).toBe(true);
  }
});

it('reaches nobody', async () => {
  const { gatewayUrl } = await practiceEnrolment('K0127', NOW);
  expect(new URL(gatewayUrl).hostname).toBe('127.0.0.1');
});

it('every invented person is one the simulated reader has, and every number that may be typed is theirs', () => {
  for (const person of PRACTICE_PEOPLE) expect(SIMULATED_DOCUMENT_NAMES).toContain(person);
  const theirs = JSON.stringify(SIMULATED_DOCUMENTS);
  for (const number of PRACTICE_NUMBERS) {
    expect(parseHkid(number).ok).toBe(true);
    expect(theirs).toContain(number);
  }
});
