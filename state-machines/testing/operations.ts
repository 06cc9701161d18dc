import type { CheckName, CheckResult } from '../../domain/operations/checks.ts';
import type { OperationsFacts } from '../../domain/operations/facts.ts';
import type { OperationsPort, ReportFault } from '../../domain/operations/port.ts';
import type { TakenOutReason } from '../../domain/operations/taken-out.ts';
import { fail, ok, type Failure, type Result } from '../../domain/result.ts';
import { summariseUsability } from '../../domain/usability/summarise.ts';

/** What was asked is written down; what comes of it is set by the test. */
export interface FakeOperations extends OperationsPort {
  readonly asked: string[];
  mood: 'answers' | 'silent' | 'rejects';
  readonly results: Partial<Record<CheckName, CheckResult>>;
  kept: boolean;
  saved: Result<{ readonly name: string }, Failure<ReportFault>>;
}

export const OPERATIONS_FACTS: OperationsFacts = {
  version: '0.1.0',
  store: { schema: 6, policy: 1, referenceData: 1, staffList: 1, clockTrusted: true },
  updates: null,
  log: [{ at: '2026-11-23T03:00:00.000Z', event: 'started', detail: 'packaged=true' }],
};

export function fakeOperations(): FakeOperations {
  function answer<T>(asked: string, value: () => T): Promise<T> {
    fake.asked.push(asked);
    if (fake.mood === 'silent') return new Promise(() => undefined);
    return fake.mood === 'rejects' ? Promise.reject(new Error('gone')) : Promise.resolve(value());
  }

  const change = (what: string): Promise<Result<null, Failure<'not-saved'>>> =>
    answer(what, () => (fake.kept ? ok(null) : fail('not-saved')));

  const fake: FakeOperations = {
    asked: [],
    mood: 'answers',
    results: {},
    kept: true,
    saved: ok({ name: 'empf-usability-K0127-20261123.csv' }),
    facts: () => answer('facts', () => OPERATIONS_FACTS),
    check: (name) => answer(`check ${name}`, () => fake.results[name] ?? 'passed'),
    takeOut: (reason: TakenOutReason, staffId) => change(`take-out ${reason} ${staffId}`),
    putBack: (staffId) => change(`put-back ${staffId}`),
    chooseUpdates: (from, staffId) => change(`updates ${from ?? 'never'} ${staffId}`),
    restart: (staffId) => void fake.asked.push(`restart ${staffId}`),
    practise: (staffId) => void fake.asked.push(`practise ${staffId}`),
    usability: () => answer('usability', () => ({ summary: summariseUsability([]), days: 30 })),
    saveUsability: () => answer('save', () => fake.saved),
  };
  return fake;
}
