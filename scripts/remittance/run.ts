import type { CheckedFile } from '../../domain/remittance/check-pieces.ts';
import { figuresFrom } from '../../domain/remittance/amounts/reference-figures.ts';
import { remittanceText } from '../../domain/remittance/problems/describe.ts';
import { isHeld } from '../../domain/remittance/problems/problem.ts';
import { severityOf } from '../../domain/remittance/problems/codes.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import { type Asked, askedLocale, readArguments } from './arguments.ts';
import { checkFile } from './check-file.ts';
import { problemLine, summaryLines, totalsAsText } from './print.ts';
import { createListing, type Listing } from './listing.ts';
import { listedFileProblem, listedRowProblem } from './problem-list.ts';
import { createRejectedFile, type RejectedFile } from './rejected-file.ts';
import { Refusal } from './refusal.ts';
import type { Io } from '../lib/shell.ts';
import { createTextFile, type TextFile } from './text-file.ts';
import { USAGE } from './usage.ts';

export type ExitCode = 0 | 1 | 2;

/**
 * `npm run check-remittance -- <args>`.
 * @returns what the program ends with: 0 all rows go, 1 some stay, 2 not readable or refused
 */
export async function runCheckRemittance(args: readonly string[], io: Io): Promise<ExitCode> {
  try {
    const asked = readArguments(args);
    if (asked === null) {
      io.out(USAGE);
      return 0;
    }
    return await check(asked, io);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const reason = error.inWords(askedLocale(args));
    if (args.includes('--json')) {
      io.out(`${JSON.stringify({ result: 'refused', refused: error.code, reason })}\n`);
    }
    io.err(`check-remittance: ${reason}\n`);
    return 2;
  }
}

async function check(asked: Asked, io: Io): Promise<ExitCode> {
  const rejected = createRejectedFile(asked.out);
  const lines = createProblemsFile(asked.problems, rejected);
  const listing = createListing(asked.limit, lines);
  const options = { figures: figuresFrom(EMBEDDED_REFERENCE_DATA), rules: asked.rules, payer: asked.payer };
  let checked: CheckedFile;
  try {
    checked = await checkFile(asked.file, options, {
      begin: rejected.begin,
      take(outcome) {
        for (const problem of outcome.problems) {
          const about = { file: false, held: isHeld([problem]) };
          listing.add(() => listedRowProblem(outcome, problem, asked.locale), about);
        }
        rejected.take(outcome);
      },
    });
    for (const problem of checked.report.problems) {
      listing.add(() => listedFileProblem(problem, asked.locale), { file: true, held: isHeld([problem]) });
    }
    // Of a file that could not be read an empty file of rejected rows would say that every row went.
    if (exitCodeOf(checked) === 2) rejected.discard();
    else rejected.finish();
    lines?.finish();
  } catch (error) {
    rejected.discard();
    lines?.discard();
    throw error;
  }
  if (asked.json) io.out(`${JSON.stringify(jsonOf(asked, checked, listing), null, 2)}\n`);
  else io.out(`${textLines(asked, checked, listing, rejected.rows()).join('\n')}\n`);
  return exitCodeOf(checked);
}

function createProblemsFile(path: string | null, rejected: RejectedFile): TextFile | null {
  try {
    return path === null ? null : createTextFile(path);
  } catch (error) {
    rejected.discard();
    throw error;
  }
}

function exitCodeOf({ report: { problems, rejected } }: CheckedFile): ExitCode {
  if (problems.some(({ code }) => severityOf(code) === 'fatal')) return 2;
  return rejected > 0 || isHeld(problems) ? 1 : 0;
}

const RESULTS = ['all-valid', 'some-rejected', 'unreadable'] as const;

function jsonOf(asked: Asked, checked: CheckedFile, listing: Listing): unknown {
  const exitCode = exitCodeOf(checked);
  const { encoding, byteOrderMark, report } = checked;
  const { rows, valid, rejected, warnings, payer } = report;
  const shown = listing.shown();
  return {
    result: RESULTS[exitCode],
    encoding,
    byteOrderMark,
    rows,
    valid,
    rejected,
    warnings,
    totals: totalsAsText(report),
    payer,
    problems: shown,
    problemsTotal: listing.total(),
    problemsLeftOut: listing.total() - shown.length,
    rejectedFile: exitCode === 2 ? null : asked.out,
  };
}

function textLines(asked: Asked, checked: CheckedFile, listing: Listing, count: number): readonly string[] {
  const { locale, out } = asked;
  const shown = listing.shown();
  const leftOut = listing.total() - shown.length;
  const problems = shown.map((problem) => problemLine(problem, locale));
  if (leftOut > 0) problems.push(remittanceText('remittance.report.more', { count: leftOut }, locale));
  if (exitCodeOf(checked) === 2) return problems;
  const summary = summaryLines(checked.report, asked.rules !== null, locale);
  if (out === null) return [...problems, ...summary];
  return [
    ...problems,
    ...summary,
    remittanceText('remittance.report.rejected-file', { file: out, count }, locale),
  ];
}
