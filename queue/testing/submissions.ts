import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { SECURITY_FEATURES } from '../../domain/identity/staff.ts';
import type { RegistrationPayload } from '../../domain/registration/payload.ts';
import type { SubmitRequest } from '../../domain/terminal/ports/queue/submission.ts';
import { digestOf } from '../store/digest.ts';
import type { NewSubmission } from '../store/submission.ts';

/** Bytes that look sealed, with an envelope that fits them. */
export function newSubmission(options: { id?: string; lane?: number; bytes?: number } = {}): NewSubmission {
  const sealed = new Uint8Array(randomBytes(options.bytes ?? 900));
  return {
    sealed,
    envelope: {
      v: 1,
      id: options.id ?? v7(),
      terminalId: 'K0127',
      kind: 'member-registration',
      schemaVersion: 1,
      kid: 'seal-1',
      capturedAt: '2026-03-02T04:05:06.789Z',
      lane: options.lane ?? 1,
      digest: digestOf(sealed),
    },
  };
}

/** An invented person with a valid check digit; the canary that no file of the terminal may contain. */
export const ADULT_01: RegistrationPayload['person'] = {
  hkid: 'C6686689',
  surname: 'KANARRINGTON',
  givenNames: 'Wing Sum',
  nameChinese: '金絲雀詠心',
  dateOfBirth: { printed: '1984-07-19', derived: '1984-07-19' },
  sex: 'F',
};

export const ADULT_01_MOBILE = '55501984';

const DIGEST = 'A'.repeat(43);
const AT = '2026-03-02T04:05:06.789Z';

export function registration(person: RegistrationPayload['person'] = ADULT_01): RegistrationPayload {
  return {
    schemaVersion: 1,
    kind: 'member-registration',
    person,
    contact: { channel: 'mobile', countryCode: '852', mobile: ADULT_01_MOBILE, verification: 'typed-twice' },
    communicationLanguage: 'zh-Hant',
    consents: {
      notice: { digest: DIGEST, locale: 'zh-Hant', shownAt: AT },
      declaration: { digest: DIGEST, locale: 'zh-Hant', declaredAt: AT },
      optionalUses: [],
    },
    identification: {
      means: 'reader',
      documentKind: 'hkid',
      authenticity: { method: 'none', result: 'not-performed', middleware: '' },
      attestation: {
        staffId: 'S1001',
        role: 'officer',
        identityTrainedOn: '2025-09-01',
        at: AT,
        securityFeatures: [...SECURITY_FEATURES],
        cardSeen: true,
        faceCompared: true,
      },
    },
  };
}

export function submitRequest(id: string = v7()): SubmitRequest {
  return { id, kind: 'member-registration', payload: registration() };
}
