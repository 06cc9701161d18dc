import { parseArgs } from 'node:util';
import { runVan } from '../tests/van-run/run.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '50' },
    cuts: { type: 'string', default: '2' },
    seed: { type: 'string', default: '20261123' },
    way: { type: 'string', default: 'network' },
  },
});
const people = Number(values.people);
const run = await runVan({
  ...{ people, cuts: Number(values.cuts), seed: Number(values.seed) },
  way: values.way === 'drive' ? 'drive' : 'network',
});
process.stdout.write(`${JSON.stringify(run)}\n`);
const right =
  run.accepted === people &&
  run.doubled === 0 &&
  run.lost === 0 &&
  run.balanced &&
  run.reportsHeld === 1 &&
  run.figuresEqual;
process.exitCode = right ? 0 : 1;
