import { createHash } from 'node:crypto';
import { join } from 'node:path';
import {
  companyNamed,
  type EmployerRules,
  readEmployerRules,
  type RuleFileProblem,
} from '../../domain/remittance/employer/employer-rules.ts';
import { differencesFromStored, type StoredRuleSet } from '../../domain/remittance/employer/stored-rules.ts';
import { ok, type Result } from '../../domain/result.ts';
import { type FileTrouble, RULES_FILE_NAME } from '../../domain/terminal/ports/remittance-files.ts';
import type { Located } from './browser.ts';
import { readWhole } from './read-file.ts';

/** Rules of an employer with tens of thousands of staff numbers; more is no rule file. */
const MOST_BYTES = 5 * 1024 * 1024;
/** More than a page shows nobody mends in one go. */
const MOST_PLACES = 4;

export interface GivenRules {
  readonly rules: EmployerRules;
  /** The company of the rules that the paying account belongs to. */
  readonly company: string;
  readonly digest: string;
}

type Trouble = { readonly code: FileTrouble; readonly places: readonly RuleFileProblem[] };

/** Reads the employer's rules that stand beside a file. @returns null in `value` when it was stopped */
export async function readRulesBeside(
  { folder, device }: Located,
  payerAccount: string,
  stored: StoredRuleSet | null,
  stopped: () => boolean,
): Promise<Result<GivenRules | null, Trouble>> {
  const path = join(folder, RULES_FILE_NAME);
  const read = await readWhole(path, { device, mostBytes: MOST_BYTES, stopped, progress: () => undefined });
  if (!read.ok) return refused(read.code === 'drive-fault' ? 'drive-fault' : 'rules-missing');
  if (read.value === null) return ok(null);
  const digest = createHash('sha256').update(read.value).digest('base64url');
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(read.value));
  } catch {
    return refused('rules-do-not-fit');
  }
  const rules = readEmployerRules(json);
  if (!rules.ok) return refused('rules-do-not-fit', rules.problems.slice(0, MOST_PLACES));
  const company = companyNamed(rules.value, payerAccount);
  if (company === null) return refused('rules-other-payer');
  const differences = stored === null ? [] : differencesFromStored(rules.value, stored);
  return differences.length > 0
    ? refused('rules-differ-from-stored', differences.slice(0, MOST_PLACES))
    : ok({ rules: rules.value, company, digest });
}

function refused(
  code: FileTrouble,
  places: readonly RuleFileProblem[] = [],
): { readonly ok: false } & Trouble {
  return { ok: false, code, places };
}
