import type { Hkid } from '../../domain/identity/document/hkid.ts';

/** What iAM Smart says of a sign-in that it was asked for; `approved` names who approved it, for one comparison. */
export type ProviderAnswer =
  | { readonly is: 'scanned' }
  | { readonly is: 'refused' }
  | { readonly is: 'approved'; readonly number: Hkid };

/** The part of iAM Smart that the gateway needs: a code to draw. Its answers come in by `SignIns.tell`. */
export interface IamSmartProvider {
  /** @param code opaque, made for this sign-in; the provider gives it back with its answers */
  codeContent(code: string): string;
}

/**
 * Stands in for iAM Smart in development and tests: its code can be drawn and scanned, and leads nowhere. The phone is
 * `npm run gateway -- iam-smart …` (`command.ts`). A real provider is registered with the operator, opens a page of its
 * own (facts/hardware.md §2.6) and calls back; its answers go to `SignIns.tell` as these do.
 */
export const SIMULATED_PROVIDER: IamSmartProvider = {
  codeContent: (code) => `https://iam-smart.invalid/simulated?code=${code}`,
};
