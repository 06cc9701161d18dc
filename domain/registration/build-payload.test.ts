import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assuranceOf } from '../assurance.ts';
import { buildPayload, evidenceOf } from './build-payload.ts';
import type { RegistrationDraft } from './draft.ts';
import {
  adult01,
  declaredDraft,
  mobileAnswers,
  officerAttestation,
  postAnswers,
  typedAdult02,
  typedAdult02Answers,
} from './draft.fixture.ts';
import { registrationPayloadSchema } from './payload.ts';

const typedDraft: RegistrationDraft = {
  ...declaredDraft,
  identified: typedAdult02,
  answers: { ...typedAdult02Answers, ...mobileAnswers },
};

describe('what travels to the platform', () => {
  test('a card that was read, contact by mobile', () => {
    expect(buildPayload(declaredDraft)).toEqual({
      ok: true,
      value: {
        schemaVersion: 1,
        kind: 'member-registration',
        person: {
          hkid: 'A1234563',
          surname: 'LOK',
          givenNames: 'Wing Sum',
          nameChinese: '樂詠心',
          dateOfBirth: { printed: '1980-02', derived: '1980-02-29' },
          sex: 'F',
        },
        contact: { channel: 'mobile', countryCode: '852', mobile: '91234567', verification: 'typed-twice' },
        communicationLanguage: 'zh-Hant',
        consents: {
          notice: { digest: 'n'.repeat(43), locale: 'zh-Hant', shownAt: '2026-11-22T03:00:00.000Z' },
          declaration: { digest: 'd'.repeat(43), locale: 'zh-Hant', declaredAt: '2026-11-22T03:06:00.000Z' },
          optionalUses: ['mpf-education'],
        },
        identification: {
          means: 'reader',
          documentKind: 'hkid',
          authenticity: adult01.authenticity,
          attestation: officerAttestation,
        },
      },
    });
  });

  test('a typed number: year of birth only, single name, no Chinese name, no sex', () => {
    expect(buildPayload(typedDraft)).toMatchObject({
      ok: true,
      value: {
        person: {
          hkid: 'AB9876543',
          surname: "D'ALMADA",
          givenNames: '',
          nameChinese: null,
          dateOfBirth: { printed: '1961', derived: '1961-12-31' },
          sex: null,
        },
        identification: { means: 'typed', authenticity: { method: 'none', result: 'not-performed' } },
      },
    });
  });

  test('contact by post, and by e-mail', () => {
    expect(buildPayload({ ...declaredDraft, answers: postAnswers })).toMatchObject({
      value: { contact: { channel: 'post', lines: ['大澳永安街1號', '地下'], district: 'islands' } },
    });
    const answers = {
      contactChannel: 'email',
      email: 'someone@example.com',
      communicationLanguage: 'en',
      optionalUses: '',
    } as const;
    expect(buildPayload({ ...declaredDraft, answers })).toMatchObject({
      value: {
        contact: { channel: 'email', email: 'someone@example.com', verification: 'none' },
        consents: { optionalUses: [] },
      },
    });
  });

  test('a single name that the card gives as a given name becomes the surname', () => {
    const document = { ...adult01, surname: '', givenNames: 'SUHARTI', nameChinese: '' };
    expect(buildPayload({ ...declaredDraft, identified: { means: 'reader', document } })).toMatchObject({
      value: { person: { surname: 'SUHARTI', givenNames: '', nameChinese: null } },
    });
  });

  test('nothing in it but what the schema names, whatever else the answers hold', () => {
    const built = buildPayload(typedDraft);
    expect(built.ok && registrationPayloadSchema.safeParse(built.value).success).toBe(true);
    expect(JSON.stringify(built)).not.toContain('mobileAgain');
  });
});

describe('what is not submitted', () => {
  const incomplete = (field: string) => ({ ok: false, code: 'incomplete', params: { field } });

  test.each(Object.keys(typedDraft.answers))('without the answer %s', (key) => {
    const answers = Object.fromEntries(Object.entries(typedDraft.answers).filter(([name]) => name !== key));
    expect(buildPayload({ ...typedDraft, answers })).toEqual(incomplete('answers'));
  });

  test('before the member declared', () => {
    expect(buildPayload({ ...declaredDraft, declaration: null })).toEqual(incomplete('consents.declaration'));
  });

  test('without an attestation, or with one that is worth nothing', () => {
    expect(buildPayload({ ...declaredDraft, attestation: null })).toEqual(incomplete('identification'));
    const attestation = { ...officerAttestation, securityFeatures: [] };
    expect(buildPayload({ ...declaredDraft, attestation })).toEqual(incomplete('identification'));
  });

  test('a digest that is none: the place is named, never the value', () => {
    const notice = { ...declaredDraft.notice, digest: 'short' };
    expect(buildPayload({ ...declaredDraft, notice })).toEqual(incomplete('consents.notice.digest'));
  });

  test('a birth date that does not exist', () => {
    const document = { ...adult01, dateOfBirth: { year: 1980, month: 13, day: 1 } };
    const built = buildPayload({ ...declaredDraft, identified: { means: 'reader', document } });
    expect(built).toMatchObject({ ok: false, code: 'incomplete' });
  });
});

test('whatever a reader gives as names, building never throws and a refusal carries none of it', () => {
  fc.assert(
    fc.property(
      fc.record({
        surname: fc.string({ unit: 'grapheme', maxLength: 100 }),
        givenNames: fc.string({ unit: 'grapheme', maxLength: 150 }),
        nameChinese: fc.option(fc.string({ unit: 'grapheme', maxLength: 40 })),
      }),
      (names) => {
        const document = { ...adult01, ...names };
        const built = buildPayload({ ...declaredDraft, identified: { means: 'reader', document } });
        if (!built.ok) expect(built.params?.['field']).toMatch(/^person\.(surname|givenNames|nameChinese)$/);
        else expect(built.value.person.surname).not.toBe('');
      },
    ),
  );
});

test('the evidence in the payload is what the terminal itself judged', () => {
  const built = buildPayload(typedDraft);
  expect(built.ok && assuranceOf(built.value.identification)).toBe(2);
  expect(evidenceOf(typedAdult02, null)).toMatchObject({ means: 'typed', attestation: null });
});
