import type { AssuranceLevel } from '../../domain/assurance.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { SubmissionKind } from '../../domain/wire/contract.ts';
import type { KindRules, Understood } from './kind-rules.ts';
import { memberRegistration } from './member-registration.ts';

/** A kind's rules with the payload's type hidden. */
interface Kind {
  readonly kind: SubmissionKind;
  readonly schemaVersion: number;
  readonly requiredAssurance: AssuranceLevel;
  /** @returns `payload-invalid` when the plaintext is not JSON of the kind's schema */
  readonly read: (plaintext: Uint8Array) => Result<Understood, Failure<'payload-invalid'>>;
}

function kindOf<Payload>(rules: KindRules<Payload>): Kind {
  const { kind, schemaVersion, requiredAssurance } = rules;
  return {
    kind,
    schemaVersion,
    requiredAssurance,
    read: (plaintext) => {
      let content: unknown;
      try {
        content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plaintext));
      } catch {
        return fail('payload-invalid');
      }
      const parsed = rules.payload.safeParse(content);
      return parsed.success ? ok(rules.understand(parsed.data)) : fail('payload-invalid');
    },
  };
}

/** Every kind and schema version that terminals in the field may still send. Old versions stay readable. */
const KINDS: readonly Kind[] = [kindOf(memberRegistration)];

/** @returns `schema-unknown` for a kind or a schema version this gateway cannot read */
export function findKind(kind: string, schemaVersion: number): Result<Kind, Failure<'schema-unknown'>> {
  const found = KINDS.find(
    (candidate) => candidate.kind === kind && candidate.schemaVersion === schemaVersion,
  );
  return found === undefined ? fail('schema-unknown') : ok(found);
}
