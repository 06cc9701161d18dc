import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { problemsOf } from './rule-set.fixture.ts';

it('the example of the guide is a rule set', () => {
  const guide = readFileSync(new URL('README.md', import.meta.url), 'utf8');
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(guide) ?? [];
  expect(problemsOf(JSON.parse(example))).toEqual([]);
});
