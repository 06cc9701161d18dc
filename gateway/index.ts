import type { AddressInfo } from 'node:net';
import { type Failure, fail, ok, type Result } from '../domain/result.ts';
import { createDrainControl, type DrainRates, USUAL_RATES } from './drain/drain-control.ts';
import { isLoopback } from './http/loopback.ts';
import { createApp } from './http/app.ts';
import { createLogger, type LogLevel, type LogSink } from './http/logging.ts';
import { publishNotices } from './notices/publish.ts';
import { createBundleStore } from './reference-data/bundle-store.ts';
import { type GatewayPartsFault, type GatewayPartsOptions, openGatewayParts } from './parts.ts';

export { DEMO_BADGES } from './demo-badges.ts';
export { DEMO_PINS, demoStaff } from './demo-staff.ts';
export { enrolTerminal, type EnrolmentFault } from './enrolment.ts';
export { type GatewayLedger, readGatewayLedger } from './inspect.ts';
export { addKey, revokeKey, type Rotated, type RotationFault } from './keys/rotate.ts';
export { type GatewayParts, type GatewayPartsOptions, openGatewayParts } from './parts.ts';

export interface GatewayOptions extends GatewayPartsOptions {
  /** 0 or left out: any free one. */
  readonly port?: number;
  /** Default 127.0.0.1; anything but loopback needs `tls`. */
  readonly host?: string;
  /** PEM. */
  readonly tls?: { readonly certificate: string; readonly privateKey: string };
  readonly logLevel?: LogLevel;
  /** Where log lines go, default standard error. */
  readonly logSink?: LogSink;
  /** How much is let in at once (`drain/`). */
  readonly drainRates?: DrainRates;
}

export interface RunningGateway {
  /** With the port that was taken, no slash at the end. */
  readonly url: string;
  /** Waits for answers under way, breaks off a check of rows (the next start takes it up), then closes the database. */
  readonly stop: () => Promise<void>;
}

export type GatewayFault =
  GatewayPartsFault | 'tls-required' | 'sms-simulated' | 'tls-unusable' | 'address-unavailable';

/** How often what has become due is processed while nobody asks. */
const PROCESSING_INTERVAL_MS = 1000;

/**
 * Starts the reference gateway.
 * @returns where it listens; or `sms-simulated` for the simulated SMS provider on such a host; `tls-required` for a host that is not loopback without TLS, `address-unavailable` when
 *   it cannot listen there, `tls-unusable` for a certificate or key that Node does not take, and the faults of opening
 *   the database and the keys
 */
export async function startGateway(
  options: GatewayOptions,
): Promise<Result<RunningGateway, Failure<GatewayFault>>> {
  const host = options.host ?? '127.0.0.1';
  if (!isLoopback(host) && options.tls === undefined) return fail('tls-required', { host });
  if (!isLoopback(host) && options.sms === 'simulated') return fail('sms-simulated', { host });
  const opened = await openGatewayParts(options);
  if (!opened.ok) return opened;
  const parts = opened.value;
  // Another release may have newer reference data built in, which have no translations.
  await publishNotices(createBundleStore(parts.database), parts.store, parts.now().toISOString());
  const logger = createLogger({
    level: options.logLevel ?? 'info',
    ...(options.logSink === undefined ? {} : { sink: options.logSink }),
  });
  let app: Awaited<ReturnType<typeof createApp>>;
  try {
    app = await createApp({
      ...parts,
      drain: createDrainControl(options.drainRates ?? USUAL_RATES, () => performance.now()),
      logger,
      ...(options.tls === undefined ? {} : { tls: options.tls }),
    });
  } catch (error) {
    parts.close();
    if (options.tls === undefined) throw error;
    return fail('tls-unusable');
  }
  try {
    await app.listen({ host, port: options.port ?? 0 });
  } catch {
    await app.close();
    parts.close();
    return fail('address-unavailable', { host, port: options.port ?? 0 });
  }
  const processing = setInterval(() => {
    parts.store.processDue(parts.now().toISOString()).catch((error: unknown) => {
      logger.error({ err: error }, 'processing failed');
    });
    parts.rowChecks.run().then(
      (checked) => {
        for (const one of checked) logger.info(one, 'rows checked');
      },
      (error: unknown) => logger.error({ err: error }, 'check of rows failed'),
    );
    parts.drafts.expire().catch((error: unknown) => {
      logger.error({ err: error }, 'expiry failed');
    });
  }, PROCESSING_INTERVAL_MS);
  return ok({
    url: urlOf(app.server.address(), options.tls !== undefined),
    stop: async () => {
      clearInterval(processing);
      await app.close();
      await parts.rowChecks.stop();
      parts.close();
    },
  });
}

function urlOf(address: AddressInfo | string | null, tls: boolean): string {
  if (address === null || typeof address === 'string') throw new Error('listening without a TCP address');
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `${tls ? 'https' : 'http'}://${host}:${String(address.port)}`;
}
