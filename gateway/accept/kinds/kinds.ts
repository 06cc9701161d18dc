import type { AssuranceLevel } from '../../../domain/assurance.ts';
import { type Failure, fail, ok, type Result } from '../../../domain/result.ts';
import type { SubmissionKind } from '../../../domain/wire/contract.ts';
import { CATALOGUE } from '../../../domain/catalogue/catalogue.ts';
import { cancellation } from './cancellation.ts';
import { feedback } from './feedback.ts';
import { instructionRules } from './instruction.ts';
import type { KindRules, Understood } from './kind-rules.ts';
import { memberRegistration } from './member-registration.ts';
import { parseJson } from '../parse-json.ts';

/** A kind's rules with the payload's type hidden. */
export interface Kind {
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
      const parsed = parseJson(plaintext, rules.payload);
      return parsed.ok ? ok(rules.understand(parsed.value)) : parsed;
    },
  };
}

/** Every kind and schema version that terminals in the field may still send. Old versions stay readable. */
const KINDS: readonly Kind[] = [
  kindOf(memberRegistration),
  kindOf(cancellation),
  kindOf(feedback),
  ...Object.values(CATALOGUE).map((definition) => kindOf(instructionRules(definition))),
];

/** @returns `schema-unknown` for a kind or a schema version this gateway cannot read */
export function findKind(kind: string, schemaVersion: number): Result<Kind, Failure<'schema-unknown'>> {
  const found = KINDS.find(
    (candidate) => candidate.kind === kind && candidate.schemaVersion === schemaVersion,
  );
  return found === undefined ? fail('schema-unknown') : ok(found);
}
