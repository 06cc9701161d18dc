import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import { type DeviceKey, type Introduction, introductionText } from '../../domain/wire/device-key.ts';
import type { KnownTerminal } from '../store/store.ts';
import type { AuditStore } from './audit-store.ts';

/**
 * Whether a device key was introduced by who has the terminal's credential (domain/wire/device-key.ts). The gateway
 * holds the credential's hash only, which is what the proof is made with.
 */
function isIntroduced(introduction: Introduction, { terminalId, credentialDigest }: KnownTerminal): boolean {
  const expected = createHmac('sha256', credentialDigest)
    .update(introductionText(terminalId, introduction.deviceKey))
    .digest();
  const given = Buffer.from(introduction.proof, 'base64url');
  return given.byteLength === expected.byteLength && timingSafeEqual(given, expected);
}

/**
 * Verifies an introduction and pins its key: the first one stays for as long as the credential does, so that a second
 * machine with a copied credential is noticed. Enrolling the terminal again lets a new key be introduced.
 * @returns the key; or `device-key-differs` for a proof that does not fit or another key than the pinned one
 */
export async function pinDeviceKey(
  store: Pick<AuditStore, 'pinDeviceKey'>,
  terminal: KnownTerminal,
  introduction: Introduction,
  at: string,
): Promise<Result<DeviceKey, Failure<'device-key-differs'>>> {
  if (!isIntroduced(introduction, terminal)) return fail('device-key-differs');
  const { deviceKey } = introduction;
  const { terminalId, credentialDigest } = terminal;
  const pinned = await store.pinDeviceKey(terminalId, credentialDigest, deviceKey.x, at);
  return pinned === deviceKey.x ? ok(deviceKey) : fail('device-key-differs');
}
