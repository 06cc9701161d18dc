import type { HkidDocument } from '../identity/document/document.ts';
import { SECURITY_FEATURES, type Attestation } from '../identity/staff.ts';
import type { RegistrationAnswers } from './answers.ts';
import type { IdentifiedMember, RegistrationDraft } from './draft.ts';

/** Invented people with right check characters, for tests only. */
export const adult01: HkidDocument = {
  kind: 'hkid',
  number: { body: 'A123456', check: '3' },
  surname: 'LOK',
  givenNames: 'Wing Sum',
  nameChinese: '樂詠心',
  dateOfBirth: { year: 1980, month: 2, day: null },
  sex: 'F',
  dateOfIssue: '2019-05-20',
  authenticity: { method: 'none', result: 'not-performed', middleware: '' },
};

export const readAdult01: IdentifiedMember = { means: 'reader', document: adult01 };
export const typedAdult02: IdentifiedMember = { means: 'typed', number: { body: 'AB987654', check: '3' } };

export const typedAdult02Answers: RegistrationAnswers = {
  surname: "D'ALMADA",
  givenNames: '',
  chineseCodes: '',
  dateOfBirth: '1961',
};

export const mobileAnswers: RegistrationAnswers = {
  contactChannel: 'mobile',
  mobile: '91234567',
  mobileAgain: '91234567',
  communicationLanguage: 'zh-Hant',
  optionalUses: 'mpf-education',
};

export const postAnswers: RegistrationAnswers = {
  contactChannel: 'post',
  address: '大澳永安街1號\n地下',
  district: 'islands',
  communicationLanguage: 'en',
  optionalUses: '',
};

export const officerAttestation: Attestation = {
  staffId: 'S-0001',
  role: 'officer',
  identityTrainedOn: '2026-01-15',
  at: '2026-11-22T03:04:05.678Z',
  securityFeatures: SECURITY_FEATURES,
  cardSeen: true,
  faceCompared: true,
};

/** A registration that can be submitted as it stands. */
export const declaredDraft: RegistrationDraft = {
  identified: readAdult01,
  answers: mobileAnswers,
  attestation: officerAttestation,
  notice: { digest: 'n'.repeat(43), locale: 'zh-Hant', at: '2026-11-22T03:00:00.000Z' },
  declaration: { digest: 'd'.repeat(43), locale: 'zh-Hant', at: '2026-11-22T03:06:00.000Z' },
  byStaff: [],
};
