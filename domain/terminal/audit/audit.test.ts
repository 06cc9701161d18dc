import { describe, expect, test } from 'vitest';
import { AUDIT_CATALOGUE } from './catalogue.ts';
import { AUDIT_VALUES } from './values.ts';
import { AUDIT_EVENTS } from './entry.ts';

describe('the audit catalogue', () => {
  test('explains every event of the vocabulary and no other', () => {
    expect(Object.keys(AUDIT_CATALOGUE)).toEqual([...AUDIT_EVENTS]);
  });

  test('whatever begins can be completed', () => {
    const facts = Object.values(AUDIT_CATALOGUE);
    const ends = (phase: 'begins' | 'completes') =>
      new Set(facts.filter((event) => event.phase === phase).map((event) => event.of));
    expect(ends('begins')).toEqual(ends('completes'));
    for (const event of facts) expect(event.of === null).toBe(event.phase === 'moment');
  });

  test.each(AUDIT_EVENTS)('%s has somebody who caused it and one sentence', (event) => {
    const { actors, sentence } = AUDIT_CATALOGUE[event];
    expect(actors.length).toBeGreaterThan(0);
    expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  test('says of every key what may stand under it, and of no other', () => {
    const keys = Object.values(AUDIT_CATALOGUE).flatMap((event) => event.detail);
    expect(Object.keys(AUDIT_VALUES).sort()).toEqual([...new Set(keys)].sort());
  });

  test('has no place for anything of a person', () => {
    const keys = Object.values(AUDIT_CATALOGUE).flatMap((event) => event.detail);
    expect(
      keys.filter((key) => /name|number|hkid|phone|mobile|mail|address|birth|masked/i.test(key)),
    ).toEqual([]);
  });
});
