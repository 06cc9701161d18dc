import { figuresFrom } from '../../domain/remittance/amounts/reference-figures.ts';
import { describeProblem, remittanceText } from '../../domain/remittance/problems/describe.ts';
import { isHeld } from '../../domain/remittance/problems/problem.ts';
import { severityOf } from '../../domain/remittance/problems/codes.ts';
import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import { type Asked, readArguments } from './arguments.ts';
import { type CheckedFile, checkFile } from './check-file.ts';
import { problemLine, summaryLines, totalsAsText } from './print.ts';
import { listedFileProblem, type ListedProblem, listedRowProblem } from './problem-list.ts';
import { Refusal } from './refusal.ts';
import { createTextFile } from './text-file.ts';
import { USAGE } from './usage.ts';

/** Where words go. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

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
    if (args.includes('--json')) io.out(`${JSON.stringify({ refused: error.code })}\n`);
    io.err(`check-remittance: ${error.message}\n`);
    return 2;
  }
}

interface Listed {
  readonly problems: ListedProblem[];
  total: number;
  rejectedLines: number;
}

async function check(asked: Asked, io: Io): Promise<ExitCode> {
  const listed: Listed = { problems: [], total: 0, rejectedLines: 0 };
  const rejected = asked.out === null ? null : createTextFile(asked.out);
  const lines = asked.problems === null ? null : createTextFile(asked.problems);
  const list = (make: () => ListedProblem): void => {
    listed.total += 1;
    const wanted = listed.problems.length < asked.limit;
    if (!wanted && lines === null) return;
    const problem = make();
    if (wanted) listed.problems.push(problem);
    lines?.write(`${JSON.stringify(problem)}\n`);
  };
  let checked: CheckedFile;
  try {
    const options = { figures: figuresFrom(EMBEDDED_REFERENCE_DATA), rules: asked.rules, payer: asked.payer };
    checked = await checkFile(asked.file, options, {
      // A spreadsheet that wrote the mark needs it to read the Chinese names again.
      begin: ({ encoding, byteOrderMark }) => {
        if (encoding === 'utf-8' && byteOrderMark) rejected?.write('\ufeff');
      },
      take(outcome) {
        for (const problem of outcome.problems) {
          list(() => listedRowProblem(outcome, problem, asked.locale));
        }
        if (outcome.value !== null) return;
        listed.rejectedLines += 1;
        rejected?.write(`${outcome.line}\r\n`);
      },
    });
    if (checked.readable) {
      for (const problem of checked.report.problems) list(() => listedFileProblem(problem, asked.locale));
    }
    rejected?.finish();
    lines?.finish();
  } catch (error) {
    rejected?.discard();
    lines?.discard();
    throw error;
  }
  print(asked, checked, listed, io);
  return exitCodeOf(checked);
}

function exitCodeOf(checked: CheckedFile): ExitCode {
  if (!checked.readable) return 2;
  const { problems, rejected } = checked.report;
  if (problems.some(({ code }) => severityOf(code) === 'fatal')) return 2;
  return rejected > 0 || isHeld(problems) ? 1 : 0;
}

const RESULTS = ['all-valid', 'some-rejected', 'unreadable'] as const;

function print(asked: Asked, checked: CheckedFile, listed: Listed, io: Io): void {
  if (asked.json) io.out(`${JSON.stringify(jsonOf(asked, checked, listed), null, 2)}\n`);
  else io.out(`${textLines(asked, checked, listed).join('\n')}\n`);
}

function jsonOf(asked: Asked, checked: CheckedFile, listed: Listed): unknown {
  const result = RESULTS[exitCodeOf(checked)];
  if (!checked.readable) {
    const problem = listedFileProblem({ row: null, code: checked.code, params: {} }, asked.locale);
    return { result, problems: [problem], problemsTotal: 1, problemsLeftOut: 0 };
  }
  const { encoding, byteOrderMark, report } = checked;
  const { rows, valid, rejected, warnings, payer } = report;
  return {
    result,
    encoding,
    byteOrderMark,
    rows,
    valid,
    rejected,
    warnings,
    totals: totalsAsText(report),
    payer,
    problems: listed.problems,
    problemsTotal: listed.total,
    problemsLeftOut: listed.total - listed.problems.length,
    rejectedFile: asked.out,
  };
}

function textLines(asked: Asked, checked: CheckedFile, listed: Listed): readonly string[] {
  const { locale } = asked;
  if (!checked.readable) {
    const { place, reason, fix } = describeProblem({ code: checked.code, params: {} }, null, locale);
    return [`${place}: ${reason} ${fix} [${checked.code}]`];
  }
  const leftOut = listed.total - listed.problems.length;
  return [
    ...listed.problems.map((problem) => problemLine(problem, locale)),
    ...(leftOut > 0 ? [remittanceText('remittance.report.more', { count: leftOut }, locale)] : []),
    ...summaryLines(checked.report, asked.rules !== null, locale),
    ...(asked.out === null
      ? []
      : [
          remittanceText(
            'remittance.report.rejected-file',
            { file: asked.out, count: listed.rejectedLines },
            locale,
          ),
        ]),
  ];
}
