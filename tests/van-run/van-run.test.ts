import { expect, it } from 'vitest';
import { runVan } from './run.ts';

// Two starts of a whole terminal and six people; the time is for a loaded machine.
it('six workers offline with one power cut, then drain: six accepted, none doubled, report balanced', async () => {
  const run = await runVan({ people: 6, cuts: 1, seed: 4 });
  expect(run.listed).toBeGreaterThan(0);
  expect(run).toMatchObject({
    ...{ accepted: 6, doubled: 0, lost: 0, balanced: true, cuts: 1, reportsHeld: 1, remainders: 6 },
    report: { kept: { kept: 6 }, tally: { submitted: 6 } },
  });
}, 120_000);
