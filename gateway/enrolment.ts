import { randomBytes } from 'node:crypto';
import { type Failure, fail, ok, type Result } from '../domain/result.ts';
import { type Enrolment, enrolmentSchema } from '../domain/wire/contract.ts';
import { type StaffList, staffListSchema } from '../domain/wire/staff-list.ts';
import { credentialDigest } from './http/credentials.ts';
import { isLoopback } from './http/loopback.ts';
import type { KeyFileFault } from './keys/key-files.ts';
import { openKeyRing } from './keys/key-ring.ts';
import { ensureKeys } from './keys/make-keys.ts';
import type { DatabaseFault } from './store/database.ts';
import { type GatewayMode, terminalFault } from './practice/practice.ts';
import { staffListAt } from './staff/staff-lists.ts';
import { openSqliteStore } from './store/sqlite-store.ts';

export type EnrolmentFault =
  DatabaseFault | KeyFileFault | 'key-document' | 'no-signing-key' | 'terminal-id' | 'gateway-url' | 'staff';

/**
 * Enrols a terminal: a new random 256-bit credential (only its SHA-256 stays here; the terminal's earlier credential is
 * out of force from now on), the staff recorded and signed as a list, and the keys to trust. May run while the gateway
 * runs.
 * @param input.staff the people who may sign in on this terminal; also becomes the gateway's own record of them
 * @param input.gatewayUrl https, or http on loopback only
 * @returns the enrolment; it holds a secret and belongs in a file that only the terminal's user reads
 */
export async function enrolTerminal(input: {
  readonly dataDir: string;
  readonly terminalId: string;
  readonly gatewayUrl: string;
  readonly staff: StaffList['staff'];
  /** Terminals that practise have ids of their own (X0127), and only they; default live. */
  readonly mode?: GatewayMode;
  readonly now?: () => Date;
  readonly nativeBinding?: string;
}): Promise<Result<Enrolment, Failure<EnrolmentFault>>> {
  const { dataDir, terminalId, gatewayUrl, nativeBinding } = input;
  if (!enrolmentSchema.shape.terminalId.safeParse(terminalId).success) return fail('terminal-id');
  if (terminalFault(terminalId, input.mode ?? 'live') !== null) return fail('terminal-id');
  if (!isTrustworthyUrl(gatewayUrl)) return fail('gateway-url');
  const staff = staffListSchema.shape.staff.safeParse(input.staff);
  if (!staff.success) return fail('staff');

  const opened = openSqliteStore(dataDir, nativeBinding === undefined ? {} : { nativeBinding });
  if (!opened.ok) return opened;
  const store = opened.value;
  try {
    const issuedAt = (input.now?.() ?? new Date()).toISOString();
    const made = await ensureKeys(dataDir, store, issuedAt);
    if (!made.ok) return made;
    const keys = await openKeyRing(dataDir, store);
    if (!keys.ok) return keys;

    await store.recordStaff(staff.data, issuedAt);
    const list = await staffListAt(store, new Date(issuedAt), 'no-training-ends');
    const staffList = await keys.value.sign(list, 'staff-list', issuedAt);
    if (!staffList.ok) return staffList;
    const credential = randomBytes(32).toString('base64url');
    await store.enrolTerminal(terminalId, credentialDigest(credential), issuedAt);
    const { jws } = await keys.value.current();
    return ok(
      enrolmentSchema.parse({
        terminalId,
        credential,
        gatewayUrl,
        rootKey: keys.value.rootPublicKey,
        keyDocument: jws,
        staffList: staffList.value.jws,
      }),
    );
  } finally {
    store.close();
  }
}

function isTrustworthyUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}
