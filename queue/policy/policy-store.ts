import { join } from 'node:path';
import { z } from 'zod';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { AuditEntry } from '../../domain/terminal/audit/entry.ts';
import { EMBEDDED_POLICY, type Policy, policySchema } from '../../domain/wire/policy.ts';
import { verifyUnder } from '../../domain/wire/signing.ts';
import type { KeyStore } from '../keys/key-store.ts';
import { isFileFault, readPrivate, tryWritePrivate } from '../keys/private-file.ts';

/** The platform's rules for terminals (domain/wire/policy.ts): the newest that was signed by it, or those built in. */
export interface PolicyStore {
  current(): Policy;
  /**
   * Takes what the platform answered: `taken`, a newer version; `confirmed`, the same version signed anew; `known`, the
   * very answer we have. An older version changes nothing, and nor does one that is not signed by the platform.
   */
  offer(
    jws: string,
  ): Promise<Result<'taken' | 'confirmed' | 'known', Failure<'policy-not-trusted' | 'policy-not-newer'>>>;
  /** By the budget clock; from the first start where none was ever confirmed. */
  hoursSinceConfirmed(): number;
}

export interface PolicyStoreOptions {
  /** The key folder. */
  readonly folder: string;
  readonly keys: Pick<KeyStore, 'document' | 'time'>;
  readonly audit: (entry: AuditEntry) => void;
}

const FILE = 'policy';
const HOUR_MS = 3_600_000;

const fileSchema = z.strictObject({
  jws: z.string().max(65536),
  /** The budget clock when it was confirmed last. */
  confirmed: z.number().min(0),
});

interface Held {
  readonly policy: Policy;
  readonly signed: boolean;
  readonly confirmed: number;
}

const EMBEDDED: Held = { policy: EMBEDDED_POLICY, signed: false, confirmed: 0 };

/**
 * Reads what was kept and verifies it anew: a key may have been revoked, or the file exchanged, since.
 * @returns `storage-fault` when the folder cannot be read
 */
export async function openPolicyStore(
  options: PolicyStoreOptions,
): Promise<Result<PolicyStore, Failure<'storage-fault'>>> {
  const { keys, audit } = options;
  const path = join(options.folder, FILE);
  const verify = (jws: string) =>
    verifyUnder(jws, keys.document(), 'reference-data', policySchema, (policy) => policy.issuedAt);
  /** The last fault, so that a refusal is audited once and not at every answer. */
  let refused: string | null = null;

  function refuse(fault: string): void {
    if (refused === fault) return;
    refused = fault;
    audit({ event: 'policy.refused', actor: 'system', detail: { fault } });
  }

  async function read(): Promise<Held> {
    const bytes = readPrivate(path);
    if (bytes === null) return EMBEDDED;
    const file = parseFile(new TextDecoder().decode(bytes));
    if (file === null) return EMBEDDED;
    const verified = await verify(file.jws);
    if (!verified.ok) {
      refuse(verified.code);
      return EMBEDDED;
    }
    keys.time.floor(verified.value.issuedAt);
    // A lost time mark must not make the policy younger than it is, nor this file make it younger than the clock.
    keys.time.atLeast(file.confirmed);
    return { policy: verified.value, signed: true, confirmed: file.confirmed };
  }

  let held: Held;
  try {
    held = await read();
  } catch (error) {
    if (!isFileFault(error)) throw error;
    return fail('storage-fault', { what: 'key-folder' });
  }

  return ok({
    current: () => held.policy,
    async offer(jws) {
      const verified = await verify(jws);
      if (!verified.ok) {
        refuse(verified.code);
        return fail('policy-not-trusted', { fault: verified.code });
      }
      const policy = verified.value;
      // What the platform signed stands above what was built in, whatever their versions.
      const newer = !held.signed || policy.version > held.policy.version;
      if (!newer && policy.version < held.policy.version) {
        refuse('older');
        return fail('policy-not-newer');
      }
      refused = null;
      // An answer that is not newer than the one held may have been recorded, and tells nothing about today.
      if (!newer && policy.issuedAt <= held.policy.issuedAt) return ok('known');
      keys.time.note(policy.issuedAt, 'now');
      held = { policy, signed: true, confirmed: keys.time.budget() };
      // On a full disk the next start knows an older confirmation, and asks again.
      tryWritePrivate(path, JSON.stringify({ jws, confirmed: held.confirmed }));
      if (newer) audit({ event: 'policy.taken', actor: 'system', detail: { version: policy.version } });
      return ok(newer ? 'taken' : 'confirmed');
    },
    hoursSinceConfirmed: () => Math.max(0, keys.time.budget() - held.confirmed) / HOUR_MS,
  });
}

function parseFile(text: string): z.infer<typeof fileSchema> | null {
  try {
    const parsed = fileSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
