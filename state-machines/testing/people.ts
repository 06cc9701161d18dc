import { checkCharacter, formatHkid, type Hkid } from '../../domain/identity/document/hkid.ts';
import type { HkidDocument, PassportDocument } from '../../domain/identity/document/document.ts';
import type { StaffMember } from '../../domain/identity/staff.ts';
import type { StaffPerson } from '../../domain/terminal/ports/staff.ts';
import type { RegistrationPayload } from '../../domain/registration/payload.ts';

/** Invented people; the numbers have right check characters and belong to nobody. */
function numberFrom(body: string): Hkid {
  return { body, check: checkCharacter(body) };
}

export const adult01: HkidDocument = {
  kind: 'hkid',
  number: numberFrom('A908172'),
  surname: 'QUILLFEATHER',
  givenNames: 'Ondine Vesper',
  nameChinese: '霍雲霏',
  dateOfBirth: { year: 1961, month: 4, day: null },
  sex: 'F',
  dateOfIssue: '2019-05-06',
  authenticity: { method: 'none', result: 'not-performed', middleware: '' },
};

export const adult02: HkidDocument = {
  ...adult01,
  number: numberFrom('K551903'),
  surname: 'BRACKENRIDGE',
  givenNames: '',
  nameChinese: null,
  dateOfBirth: { year: 1984, month: 11, day: 3 },
  sex: 'M',
};

/** A card whose chip check failed: it looks like adult-01's and is not real. */
export const forged01: HkidDocument = {
  ...adult01,
  authenticity: { method: 'chip', result: 'failed', middleware: 'test 1' },
};

export const traveller01: PassportDocument = {
  kind: 'passport',
  issuingState: 'UTO',
  surname: 'THISTLEWOOD',
  givenNames: 'Marguerite',
};

export const typedNumber = numberFrom('C730462');
export const typedNumberText = formatHkid(typedNumber);

export const MOBILE = '91820734';
export const EMAIL = 'ondine.canary@example.hk';

/** What adult-01 left on an earlier day, as the platform gives it back for correction. */
export const leftBefore: RegistrationPayload = {
  schemaVersion: 1,
  kind: 'member-registration',
  person: {
    hkid: `${adult01.number.body}${adult01.number.check}`,
    surname: adult01.surname,
    givenNames: adult01.givenNames,
    nameChinese: adult01.nameChinese,
    dateOfBirth: { printed: '1961-04', derived: '1961-04-30' },
    sex: 'F',
  },
  contact: { channel: 'email', email: EMAIL, verification: 'none' },
  communicationLanguage: 'zh-Hant',
  consents: {
    notice: { digest: 'n'.repeat(43), locale: 'zh-Hant', shownAt: '2026-11-20T02:00:00.000Z' },
    declaration: { digest: 'd'.repeat(43), locale: 'zh-Hant', declaredAt: '2026-11-20T02:04:00.000Z' },
    optionalUses: ['mpf-education'],
  },
  identification: {
    means: 'reader',
    documentKind: 'hkid',
    authenticity: { method: 'none', result: 'not-performed', middleware: '' },
    attestation: null,
  },
};

/** Everything of adult-01 that must be nowhere after a visit. */
export const CANARIES: readonly string[] = [
  adult01.number.body,
  adult01.surname,
  'Ondine',
  adult01.nameChinese ?? '',
  typedNumber.body,
  MOBILE,
  EMAIL,
  traveller01.surname,
];

export const officer01: StaffMember = { staffId: 'S-1001', role: 'officer', identityTrainedOn: '2025-03-01' };
export const officer02: StaffMember = {
  staffId: 'S-1002',
  role: 'supervisor',
  identityTrainedOn: '2024-09-15',
};
export const vanOperator01: StaffMember = {
  staffId: 'S-4001',
  role: 'van-operator',
  identityTrainedOn: '2025-06-02',
};
const assistant01: StaffMember = { staffId: 'S-2001', role: 'assistant', identityTrainedOn: null };

/** Has a start PIN, and may do nothing before it is changed. */
export const starter01: StaffMember = {
  staffId: 'S-1003',
  role: 'officer',
  identityTrainedOn: '2026-03-01',
  mustChangePin: true,
};
export const technician01: StaffMember = {
  staffId: 'S-3001',
  role: 'technician',
  identityTrainedOn: null,
};

export const TRAINING_OVER = '2026-11-22';
export const TRAINING_ENDS = '2026-12-14';

export const BADGES: Readonly<Record<string, { readonly pin: string; readonly staff: StaffMember }>> = {
  'badge-officer-01': { pin: '482916', staff: officer01 },
  'badge-officer-02': { pin: '730155', staff: officer02 },
  'badge-assistant-01': { pin: '615243', staff: assistant01 },
  'badge-starter-01': { pin: '111222', staff: starter01 },
  'badge-van-operator-01': { pin: '741593', staff: vanOperator01 },
  'badge-starter-technician': {
    pin: '222111',
    staff: { ...technician01, staffId: 'S-3002', mustChangePin: true },
  },
  'badge-technician-01': { pin: '930417', staff: technician01 },
  // Their training ended the day before the tests' own, and ends three weeks after it.
  'badge-officer-ended': {
    pin: '556677',
    staff: { ...officer01, staffId: 'S-1004', identityTrainedUntil: TRAINING_OVER },
  },
  'badge-officer-ending': {
    pin: '667755',
    staff: { ...officer01, staffId: 'S-1005', identityTrainedUntil: TRAINING_ENDS },
  },
};

/** As the staff list stands for the page on which a supervisor unlocks and blocks. */
export const STAFF_PEOPLE: readonly StaffPerson[] = [
  { staffId: officer01.staffId, role: 'officer', standing: 'active' },
  { staffId: officer02.staffId, role: 'supervisor', standing: 'active' },
  { staffId: assistant01.staffId, role: 'assistant', standing: 'locked' },
];

/** With those of every badge here. */
export const EVERYBODY: readonly StaffPerson[] = [
  ...STAFF_PEOPLE,
  ...Object.values(BADGES)
    .filter(({ staff }) => !STAFF_PEOPLE.some(({ staffId }) => staffId === staff.staffId))
    .map(({ staff: { staffId, role } }) => ({ staffId, role, standing: 'active' as const })),
];
