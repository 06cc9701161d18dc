import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import { EMBEDDED_POLICY, type Policy, policySchema } from '../../domain/wire/policy.ts';
import type { KeyRing } from '../keys/key-ring.ts';
import type { Store } from '../store/store.ts';

/** What the platform sets for terminals: the newest that was set here, or the one that terminals have built in. */
export interface Policies {
  current(): Promise<Policy>;
  /** Compact JWS of the policy with a new `issuedAt`, at most a minute old. */
  signed(): Promise<Result<string, Failure<'busy'>>>;
}

/** So many terminals may ask at once; the hour that a terminal counts from this may be a minute off. */
const RESIGN_MS = 60_000;

export function createPolicies(parts: {
  readonly store: Pick<Store, 'latestPolicy' | 'latestKeyDocumentVersion'>;
  readonly keys: KeyRing;
  readonly now: () => Date;
}): Policies {
  const { store, keys, now } = parts;
  let cached: { readonly from: string; readonly at: number; readonly jws: string } | null = null;

  const current = async (): Promise<Policy> => (await store.latestPolicy()) ?? EMBEDDED_POLICY;

  return {
    current,
    signed: async () => {
      const policy = await current();
      const from = `${String(policy.version)}/${String(await store.latestKeyDocumentVersion())}`;
      const at = now();
      const age = cached === null ? Infinity : at.getTime() - cached.at;
      if (cached !== null && cached.from === from && age >= 0 && age < RESIGN_MS) return ok(cached.jws);
      const issuedAt = at.toISOString();
      const signed = await keys.sign({ ...policy, issuedAt } satisfies Policy, 'reference-data', issuedAt);
      if (!signed.ok) return fail('busy');
      cached = { from, at: at.getTime(), jws: signed.value.jws };
      return ok(cached.jws);
    },
  };
}

export type PolicyFault = 'policy-malformed' | 'version-not-newer' | 'busy';

/**
 * Puts a policy in force for all terminals.
 * @param content what was read from a file; its `issuedAt` may be anything, each answer carries its own
 * @returns its version; `policy-malformed` when it does not fit the schema (with the first place that does not),
 *   `version-not-newer` unless its version is beyond every one that terminals may have
 */
export async function setPolicy(
  store: Pick<Store, 'addPolicy'>,
  content: unknown,
  at: string,
): Promise<Result<number, Failure<PolicyFault>>> {
  const dated = typeof content === 'object' && content !== null ? { ...content, issuedAt: at } : content;
  const policy = policySchema.safeParse(dated);
  if (!policy.success) {
    return fail('policy-malformed', { place: policy.error.issues[0]?.path.join('.') ?? '' });
  }
  if (policy.data.version <= EMBEDDED_POLICY.version) return fail('version-not-newer');
  const added = await store.addPolicy(policy.data, at);
  return added.ok ? ok(policy.data.version) : added;
}
