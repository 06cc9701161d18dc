import { canonicalHkid } from '../../../domain/identity/document/hkid.ts';
import type { IdentifiedMember } from '../../../domain/registration/draft.ts';

/** Body and check character without brackets, as payloads carry it. */
export function numberOf(identified: IdentifiedMember): string {
  return canonicalHkid(identified.means === 'reader' ? identified.document.number : identified.number);
}
