import { describe, expect, it } from 'vitest';
import { INSTRUCTION_KINDS } from '../kinds/kinds.ts';
import { MENU } from '../kinds/menu.ts';
import { LOCALES } from '../locale.ts';
import { CATALOGUES } from '../messages/catalogue.ts';
import { EMBEDDED_REFERENCE_DATA } from '../reference-data/embedded/embedded.ts';
import { adult01, officerAttestation } from '../registration/draft.fixture.ts';
import type { Ask, Label } from './ask.ts';
import { CATALOGUE } from './catalogue.ts';
import { SHAPE_ERRORS } from './check-shape.ts';
import type { Definition, Facts } from './definition.ts';
import { describe as inWords } from './describe.ts';
import { instructionSchema } from './instruction.ts';
import { allPages, applicable, wordsOf } from './pages.ts';
import { answer, chooser } from './testing/answering.ts';

const DEFINITIONS = Object.values(CATALOGUE).map((definition) => [definition.kind, definition] as const);
const RUNS = 80;

/** Somebody online and somebody offline, young and old, with the data that is shipped. */
function people(): readonly Facts[] {
  const now = '2026-11-23T02:00:00.000Z';
  return [1985, 1964, 1958].flatMap((year) =>
    [true, false].map((online) => ({
      answers: {},
      identified: {
        means: 'reader' as const,
        document: { ...adult01, dateOfBirth: { year, month: 3, day: 14 } },
      },
      online,
      now,
      today: '2026-11-23',
      data: EMBEDDED_REFERENCE_DATA,
    })),
  );
}

function runsOf(definition: Definition) {
  return people().flatMap((start) =>
    Array.from({ length: RUNS }, (_, seed) => answer(definition, start, chooser(seed + 1))),
  );
}

function labelsOf(ask: Ask): readonly Label[] {
  if ('options' in ask) return ask.options.flatMap(({ label, help }) => (help ? [label, help] : [label]));
  if (ask.type !== 'statement') return [];
  return [...ask.paragraphs, ask.agree, ...ask.figures.flatMap(({ label, value }) => [label, value])];
}

const missingIn = (locale: (typeof LOCALES)[number], keys: Iterable<string>): readonly string[] => {
  const words = new Map<string, string>(Object.entries(CATALOGUES[locale]));
  return [...new Set(keys)].filter((key) => (words.get(key) ?? '').trim() === '');
};

describe('the catalogue', () => {
  it('has a definition for every kind, and every kind stands once in the menu', () => {
    expect(Object.keys(CATALOGUE).sort()).toEqual([...INSTRUCTION_KINDS].sort());
    const items = Object.values(MENU).flat();
    expect([...items].sort()).toEqual([...INSTRUCTION_KINDS, 'member-registration'].sort());
  });

  it.each(LOCALES)('has words in %s for what is wrong with the shape of an answer', (locale) => {
    expect(
      missingIn(
        locale,
        SHAPE_ERRORS.map((code) => `rule.${code}`),
      ),
    ).toEqual([]);
  });
});

describe.each(DEFINITIONS)('%s', (kind, definition) => {
  const runs = runsOf(definition);
  const pages = new Map(allPages(definition).map((page) => [page.id, page]));

  it.each(LOCALES)('has words in %s for everything it asks, says and tells', (locale) => {
    const keys = runs.flatMap(({ facts, pages: shown }) => [
      ...shown.flatMap((id) => {
        const page = pages.get(id);
        if (page === undefined) return [];
        const ask = page.step.ask(facts, page.index);
        const prefix = wordsOf(kind, page);
        const described = inWords(page, facts.answers[id] ?? '', facts);
        const row = described.length === 0 ? [] : [`${prefix}.row`];
        const labels = [...labelsOf(ask), ...described].flatMap((label) =>
          'message' in label ? [label.message] : [],
        );
        return [`${prefix}.heading`, `${prefix}.help`, ...row, ...labels];
      }),
      ...[...(definition.bring?.(facts) ?? []), ...(definition.tell?.(facts) ?? [])].flatMap((label) =>
        'message' in label ? [label.message] : [],
      ),
    ]);
    const own = ['name', 'help'].map((part) => `kind.${kind}.${part}`);
    expect(missingIn(locale, [...keys, ...own, `declaration.${kind}`, `receipt.${kind}`])).toEqual([]);
  });

  it('makes a payload that its own schema takes, from whatever the rules took', () => {
    const whole = runs.filter(({ stuckAt }) => stuckAt === null);
    expect(whole.length).toBeGreaterThan(0);
    const refused = whole.flatMap(({ facts }) => {
      const parsed = definition.details.safeParse(definition.build(applicable(definition, facts)));
      return parsed.success ? [] : [[parsed.error.issues[0]?.path, facts.answers]];
    });
    expect(refused).toEqual([]);
  });

  it('refuses a payload with anything that is not in its contract', () => {
    const whole = runs.find(({ stuckAt }) => stuckAt === null);
    if (whole === undefined) throw new Error('nobody can complete it');
    const details = definition.build(applicable(definition, whole.facts)) as object;
    const digest = 'd'.repeat(43);
    const payload = {
      schemaVersion: 1,
      kind,
      person: null,
      identification: {
        means: 'reader',
        documentKind: 'hkid',
        authenticity: adult01.authenticity,
        attestation: officerAttestation,
      },
      consents: {
        notice: { digest, locale: 'en', shownAt: whole.facts.now },
        declaration: { digest, locale: 'en', declaredAt: whole.facts.now },
      },
      referenceDataVersion: 1,
      details,
    };
    const schema = instructionSchema(definition);
    expect(schema.safeParse(payload).success).toBe(true);
    expect(schema.safeParse({ ...payload, details: { ...details, more: 1 } }).success).toBe(false);
    expect(schema.safeParse({ ...payload, details: {} }).success).toBe(false);
  });
});
