import { parseArgs } from 'node:util';
import { writeInventedFile } from './write.ts';

const USAGE = `npm run remittance-sample -- FILE --rows N [--faulty PER_THOUSAND]

Writes a remittance file of invented people, to try check-remittance with.
`;

const { values, positionals, tokens } = parseArgs({
  allowPositionals: true,
  strict: false,
  tokens: true,
  options: { rows: { type: 'string', default: '1000' }, faulty: { type: 'string', default: '0' } },
});
const [file, ...more] = positionals;
const { rows, faulty } = values;
const asksForHelp = tokens.some((token) => token.kind === 'option' && token.name === 'help');
const isUnknown = tokens.some((token) => token.kind === 'option' && !['rows', 'faulty'].includes(token.name));
const isNumber = (value: unknown, shape: RegExp): value is string =>
  typeof value === 'string' && shape.test(value);
if (asksForHelp) {
  process.stdout.write(USAGE);
} else if (
  file === undefined ||
  more.length > 0 ||
  isUnknown ||
  !isNumber(rows, /^\d{1,8}$/) ||
  !isNumber(faulty, /^\d{1,4}$/)
) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  writeInventedFile(file, Number(rows), Number(faulty));
}
