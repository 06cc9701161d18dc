import { SAMPLE_FILE } from '../catalogue/testing/sample-file.ts';
import { sampleList } from '../catalogue/testing/sample-list.ts';
import { describe, expect, it } from 'vitest';
import { definitionOf } from '../catalogue/catalogue.ts';
import { factsWith } from '../catalogue/shared/facts.fixture.ts';
import { answer, chooser } from '../catalogue/testing/answering.ts';
import { pagesFor } from '../catalogue/pages.ts';
import { INSTRUCTION_KINDS } from '../kinds/kinds.ts';
import { EMBEDDED_REFERENCE_DATA } from '../reference-data/embedded/embedded.ts';
import { readAdult01 } from '../registration/draft.fixture.ts';
import { draftExpiry, draftSchema } from './draft.ts';
import { parkedDraft } from './draft.fixture.ts';
import { reopenInstruction, reopenRegistration } from './reopen.ts';

const facts = factsWith({}, { data: EMBEDDED_REFERENCE_DATA });
const { today } = facts;
const MOST_SECONDS = 30_000;

describe('an instruction taken up by the same rules', () => {
  it.each(INSTRUCTION_KINDS)(
    '%s: every answer, typed letter and page comes back',
    { timeout: MOST_SECONDS },
    (kind) => {
      const answers = answer(definitionOf(kind), facts, chooser(1)).facts.answers;
      const page = Object.keys(answers).at(-1) ?? '';
      const draft = parkedDraft({
        kind,
        answers,
        typed: { [page]: 'half' },
        page,
        byStaff: [page],
        parkedOn: today,
      });
      expect(draftSchema.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
      expect(reopenInstruction(draft, kind, facts)).toEqual({
        answers,
        typed: { [page]: 'half' },
        byStaff: [page],
        page,
        again: 0,
        file: null,
      });
    },
  );

  it('reads anew on another day what was only read: days and amounts in it may be others', () => {
    const kind = 'fund-switch';
    const definition = definitionOf(kind);
    const answers = answer(definition, facts, chooser(1)).facts.answers;
    const draft = parkedDraft({ kind, answers, parkedOn: '2026-11-20', page: null });
    const reopened = reopenInstruction(draft, kind, facts);
    const kinds = pagesFor(definition, { ...facts, answers }).map(
      ({ id, step, index }) => [id, step.ask({ ...facts, answers }, index).type] as const,
    );
    const statements = kinds.filter(([, type]) => type === 'statement').map(([id]) => id);
    expect(statements.length).toBeGreaterThan(0);
    expect(reopened.again).toBe(0);
    expect(Object.keys(reopened.answers).sort()).toEqual(
      Object.keys(answers)
        .filter((id) => !statements.includes(id))
        .sort(),
    );
  });
});

describe('a catalogue that has changed since', () => {
  const kind = 'call-back';
  const answers = { topic: 'contributions', telephone: '91234567', time: 'morning' };

  it('leaves out a page that it no longer has, and says that something is asked again', () => {
    const draft = parkedDraft({
      kind,
      answers: { ...answers, colour: 'blue' },
      typed: { shade: 'x' },
      page: 'colour',
    });
    expect(reopenInstruction(draft, kind, facts)).toEqual({
      answers,
      typed: {},
      byStaff: [],
      page: null,
      again: 1,
      file: null,
    });
  });

  it('asks again what is no longer right, and keeps the rest', () => {
    const draft = parkedDraft({ kind, answers: { ...answers, topic: 'abolished' }, page: 'time' });
    const { topic: _gone, ...rest } = answers;
    expect(reopenInstruction(draft, kind, facts)).toMatchObject({ answers: rest, page: null, again: 1 });
  });
});

describe('a registration', () => {
  const answers = { contactChannel: 'mobile', mobile: '91820734', mobileAgain: '91820734', optionalUses: '' };

  it('comes back as it was', () => {
    const draft = parkedDraft({ answers, page: 'communication-language', byStaff: ['mobile'] });
    expect(reopenRegistration(draft, readAdult01, today)).toEqual({
      answers,
      typed: { mobile: '9182' },
      byStaff: ['mobile'],
      page: 'communication-language',
      again: 0,
      file: null,
    });
  });

  it('a number that is no longer taken is asked again, with what hung on it', () => {
    const draft = parkedDraft({ answers: { ...answers, mobile: '12' }, page: 'communication-language' });
    const { again, page, answers: kept } = reopenRegistration(draft, readAdult01, today);
    expect(again).toBe(2);
    expect(page).toBeNull();
    expect(kept).toEqual({ contactChannel: 'mobile', optionalUses: '' });
  });
});

describe('how long a draft waits', () => {
  it.each([
    ['2026-11-23T02:00:00.000Z', '2026-11-30T15:59:59.000Z'],
    ['2026-11-23T15:59:59.999Z', '2026-11-30T15:59:59.000Z'],
    ['2026-11-23T16:00:00.000Z', '2026-12-01T15:59:59.000Z'],
  ])('parked at %s: to the end of the seventh day after it, in Hong Kong', (now, expiry) => {
    expect(draftExpiry(now)).toBe(expiry);
  });
});

it('a remittance by file: the file is chosen again, since its rows are not in the draft', () => {
  const kind = 'employer-remittance';
  const answers = { way: 'file', file: JSON.stringify(SAMPLE_FILE) };
  const page = pagesFor(definitionOf(kind), { ...facts, answers }).find(
    ({ step, index }) => step.ask({ ...facts, answers }, index).type === 'file',
  );
  expect(page).toBeDefined();
  const draft = parkedDraft({ kind, answers, typed: {}, parkedOn: today });
  const reopened = reopenInstruction(draft, kind, facts);
  expect(reopened.answers).not.toHaveProperty(page?.id ?? '');
  expect(reopened).toMatchObject({ again: 0, page: null, file: { rows: 3, total: '6150.00' } });
});

it('a company registration by list: its companies are in the draft, and are checked by the rules of now', () => {
  const kind = 'employer-registration';
  const companies = JSON.stringify(sampleList('existing', today));
  const answers = { standing: 'existing', way: 'list', companies, 'list-role': 'company-authorised' };
  const draft = parkedDraft({ kind, answers, typed: {}, parkedOn: today });
  expect(reopenInstruction(draft, kind, facts)).toMatchObject({ answers, again: 0, file: null });
  const old = JSON.stringify(sampleList('existing', '2025-01-05'));
  const late = parkedDraft({ kind, answers: { ...answers, companies: old }, typed: {}, parkedOn: today });
  const reopened = reopenInstruction(late, kind, facts);
  expect(reopened.answers).not.toHaveProperty('companies');
  expect(reopened.again).toBe(1);
});
