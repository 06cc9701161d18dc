import { createHash } from 'node:crypto';
import { checkCompanyList, type CheckedList } from '../../domain/company-list/check-list.ts';
import type { ListRules } from '../../domain/company-list/check-row.ts';

/** Checks the bytes of a list of companies; so few that nobody waits. */
export function checkListBytes(bytes: Uint8Array, rules: ListRules): CheckedList {
  return checkCompanyList(bytes, createHash('sha256').update(bytes).digest('base64url'), rules);
}
