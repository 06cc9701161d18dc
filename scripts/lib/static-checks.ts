import { projectRoot } from './paths.ts';
import { run } from './run.ts';

/** Checks that read the source without running it, by the name of their npm script; the longest begin first. */
const STATIC_CHECKS = ['lint', 'typecheck', 'format:check', 'deps', 'knip'] as const;

/** One check and what it said. */
export interface CheckResult {
  readonly name: string;
  readonly ok: boolean;
  readonly output: string;
  readonly seconds: number;
}

/** Runs all static checks, two at a time, and tells each result when it is known. */
export async function runStaticChecks(tell: (result: CheckResult) => void): Promise<CheckResult[]> {
  const waiting: string[] = [...STATIC_CHECKS];
  const results: CheckResult[] = [];
  const worker = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const started = Date.now();
      const { code, output } = await run('npm', ['run', '--silent', name], { cwd: projectRoot });
      const result = { name, ok: code === 0, output, seconds: (Date.now() - started) / 1000 };
      results.push(result);
      tell(result);
    }
  };
  await Promise.all([worker(), worker()]);
  return results;
}

/** A check's result for a person: one line when it passed, everything it said when not. */
export function describeCheck(result: CheckResult): string {
  const line = `${result.ok ? 'ok    ' : 'FAILED'} ${result.name} (${result.seconds.toFixed(1)} s)`;
  return result.ok ? line : `${line}\n${result.output.trimEnd()}\n`;
}
