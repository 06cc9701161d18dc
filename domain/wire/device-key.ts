import { z } from 'zod';

/**
 * The terminal's own signing key (Ed25519): made by the terminal at first start, its private half never leaves it. It
 * signs audit checkpoints and export bundles. The platform knows it by an introduction: an HMAC over the public key
 * under SHA-256 of the terminal's credential, of which the platform keeps just that hash. So a bundle can be exported,
 * and believed, before there ever was a connection (issue 3, *Export and import*).
 */
export const deviceKeySchema = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});
export type DeviceKey = z.infer<typeof deviceKeySchema>;

export const introductionSchema = z.strictObject({
  deviceKey: deviceKeySchema,
  /** base64url of the HMAC-SHA256. */
  proof: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});
export type Introduction = z.infer<typeof introductionSchema>;

/** What is authenticated; both ends compute HMAC-SHA256(key = SHA-256(credential), this text). */
export function introductionText(terminalId: string, deviceKey: DeviceKey): string {
  return `empf-terminal/device-key/v1\n${terminalId}\n${deviceKey.x}`;
}
