import { parseArgs } from 'node:util';
import { writeInventedFile } from './write.ts';

const USAGE = `node scripts/remittance/generate/main.ts FILE --rows N [--faulty PER_THOUSAND]

Writes a remittance file of invented people, to try check-remittance with.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: 'string', default: '1000' }, faulty: { type: 'string', default: '0' } },
});
const [file] = positionals;
if (file === undefined || !/^\d{1,8}$/.test(values.rows) || !/^\d{1,4}$/.test(values.faulty)) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  writeInventedFile(file, Number(values.rows), Number(values.faulty));
}
