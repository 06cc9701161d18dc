import type { AddressInfo } from 'node:net';
import { type Failure, fail, ok, type Result } from '../domain/result.ts';
import { createAccepting } from './accept/accept.ts';
import { isLoopback } from './http/loopback.ts';
import { createApp } from './http/app.ts';
import { createLogger, type LogLevel, type LogSink } from './http/logging.ts';
import type { KeyFileFault } from './keys/key-files.ts';
import { openKeyRing } from './keys/key-ring.ts';
import { ensureKeys } from './keys/make-keys.ts';
import type { DatabaseFault } from './store/database.ts';
import { openSqliteStore } from './store/sqlite-store.ts';

export { DEMO_BADGES } from './demo-badges.ts';
export { DEMO_PINS, demoStaff } from './demo-staff.ts';
export { enrolTerminal, type EnrolmentFault } from './enrolment.ts';
export { type GatewayLedger, readGatewayLedger } from './inspect.ts';
export { addKey, revokeKey, type Rotated, type RotationFault } from './keys/rotate.ts';

export interface GatewayOptions {
  /** Holds database and keys; made when it is not there. */
  readonly dataDir: string;
  /** 0 or left out: any free one. */
  readonly port?: number;
  /** Default 127.0.0.1; anything but loopback needs `tls`. */
  readonly host?: string;
  /** PEM. */
  readonly tls?: { readonly certificate: string; readonly privateKey: string };
  readonly logLevel?: LogLevel;
  /** Where log lines go, default standard error. */
  readonly logSink?: LogSink;
  /** Default the machine's clock. */
  readonly now?: () => Date;
  /** Path of another build of better-sqlite3's binary (facts/toolchain.md, Electron 33). */
  readonly nativeBinding?: string;
}

export interface RunningGateway {
  /** With the port that was taken, no slash at the end. */
  readonly url: string;
  /** Waits for answers under way, then closes the database. */
  readonly stop: () => Promise<void>;
}

export type GatewayFault =
  DatabaseFault | KeyFileFault | 'key-document' | 'tls-required' | 'tls-unusable' | 'address-unavailable';

/**
 * Starts the reference gateway.
 * @returns where it listens; or `tls-required` for a host that is not loopback without TLS, `address-unavailable` when
 *   it cannot listen there, `tls-unusable` for a certificate or key that Node does not take, and the faults of opening
 *   the database and the keys
 */
export async function startGateway(
  options: GatewayOptions,
): Promise<Result<RunningGateway, Failure<GatewayFault>>> {
  const host = options.host ?? '127.0.0.1';
  if (!isLoopback(host) && options.tls === undefined) return fail('tls-required', { host });
  const now = options.now ?? (() => new Date());
  const { dataDir, nativeBinding } = options;

  const opened = openSqliteStore(dataDir, nativeBinding === undefined ? {} : { nativeBinding });
  if (!opened.ok) return opened;
  const store = opened.value;
  const made = await ensureKeys(dataDir, store, now().toISOString());
  const keys = made.ok ? await openKeyRing(dataDir, store) : made;
  if (!keys.ok) {
    store.close();
    return keys;
  }

  const logger = createLogger({
    level: options.logLevel ?? 'info',
    ...(options.logSink === undefined ? {} : { sink: options.logSink }),
  });
  const accepting = createAccepting({ store, keys: keys.value, now });
  let app: Awaited<ReturnType<typeof createApp>>;
  try {
    app = await createApp({
      store,
      keys: keys.value,
      accepting,
      logger,
      now,
      ...(options.tls === undefined ? {} : { tls: options.tls }),
    });
  } catch (error) {
    store.close();
    if (options.tls === undefined) throw error;
    return fail('tls-unusable');
  }
  try {
    await app.listen({ host, port: options.port ?? 0 });
  } catch {
    await app.close();
    store.close();
    return fail('address-unavailable', { host, port: options.port ?? 0 });
  }
  return ok({
    url: urlOf(app.server.address(), options.tls !== undefined),
    stop: async () => {
      await app.close();
      store.close();
    },
  });
}

function urlOf(address: AddressInfo | string | null, tls: boolean): string {
  if (address === null || typeof address === 'string') throw new Error('listening without a TCP address');
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `${tls ? 'https' : 'http'}://${host}:${String(address.port)}`;
}
