import type { Definition } from '../../../domain/catalogue/definition.ts';
import { type InstructionPayload, instructionSchema } from '../../../domain/catalogue/instruction.ts';
import { KIND_FACTS } from '../../../domain/kinds/kinds.ts';
import type { KindRules } from './kind-rules.ts';
import { detailsOf, isWellFormed, memberOf } from './member.ts';

/**
 * One kind of the catalogue. The schema is the terminal's own, the assurance is computed again from the evidence; what
 * is instructed is for the trustee to carry out and has no effect of its own here.
 */
export function instructionRules(definition: Definition): KindRules<InstructionPayload> {
  const { kind, schemaVersion } = definition;
  const { assurance } = KIND_FACTS[kind];
  return {
    kind,
    schemaVersion,
    payload: instructionSchema(definition),
    requiredAssurance: assurance,
    understand: ({ person, identification, enquiryCode, mismatch, details }) => {
      const member =
        person === null || identification === null ? null : memberOf(person.hkid, identification);
      const known = assurance === 0 || member !== null;
      const rulesKept = known && (person === null || isWellFormed(person.hkid));
      return {
        member,
        details: person === null ? null : detailsOf(person),
        toCorrect: mismatch === undefined ? null : 'details-differ',
        refusal: rulesKept ? null : 'payload-refused',
        withdraws: null,
        tellsOldContact: definition.tellsOldContact?.(details) ?? false,
        withdrawsWith: null,
        describes: definition.describes?.(details) ?? null,
        centreOnly: definition.isCentreOnly?.(details) ?? false,
        billed: definition.isBilled?.(details) ?? false,
        rowsIn: definition.rowsIn?.(details) ?? null,
        ...(definition.registers === undefined ? {} : { companies: definition.registers(details) }),
        enquiryCode: enquiryCode ?? null,
      };
    },
  };
}
