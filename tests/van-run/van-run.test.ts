import { expect, it } from 'vitest';
import { runVan } from './run.ts';

// Several starts of a whole terminal and a few people; the time is for a loaded machine.
it('six workers offline with one power cut, then drain: six accepted, none doubled, report balanced', async () => {
  const run = await runVan({ people: 6, cuts: 1, seed: 4 });
  expect(run.listed).toBeGreaterThan(0);
  expect(run).toMatchObject({
    ...{ accepted: 6, doubled: 0, lost: 0, balanced: true, cuts: 1, reportsHeld: 1, remainders: 6 },
    report: { kept: { kept: 6 }, tally: { submitted: 6 } },
  });
}, 120_000);

it('three workers offline, the day goes home on a drive: taken, acknowledged, the same figures, nothing twice', async () => {
  const run = await runVan({ people: 3, cuts: 0, seed: 4, way: 'drive' });
  expect(run).toMatchObject({
    ...{ accepted: 3, doubled: 0, lost: 0, balanced: true, reportsHeld: 1, figuresEqual: true },
    report: { kept: { kept: 3, pending: 3 }, tally: { submitted: 3 } },
    carried: {
      exported: { submissions: 3, dayReports: 1 },
      brought: { taken: 3, dayReports: 1, dayReportsRefused: 0 },
      takenBack: { taken: 3, dayReports: 1 },
      shown: [{ waiting: 1, onDrive: 0 }, { waiting: 1, onDrive: 1 }, null],
    },
  });
}, 120_000);
