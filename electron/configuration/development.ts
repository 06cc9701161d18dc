import { z } from 'zod';

/**
 * Settings that exist only in an unpackaged program: shortened delays, the socket that drives simulated devices, the
 * line on stdout for benches. A packaged program never reads them.
 */
const delayTable = z.record(z.string(), z.number().nonnegative());
const developmentSchema = z.object({
  sessionDelays: delayTable,
  syncDelays: delayTable,
  simulationSocket: z.string().nullable(),
  /** A folder whose folders count as drives; null: only what is mounted. */
  drives: z.string().nullable(),
  /** Where the simulated printer puts what it prints; null: it is not there. */
  spool: z.string().nullable(),
  reportReady: z.boolean(),
});
export type DevelopmentSettings = z.infer<typeof developmentSchema>;

const NONE: DevelopmentSettings = {
  sessionDelays: {},
  syncDelays: {},
  simulationSocket: null,
  drives: null,
  spool: null,
  reportReady: false,
};

export function developmentSettings(
  packaged: boolean,
  environment: Readonly<Record<string, string | undefined>>,
): DevelopmentSettings {
  if (packaged) return NONE;
  return developmentSchema.parse({
    sessionDelays: parsed(environment['EMPF_DEV_SESSION_DELAYS']),
    syncDelays: parsed(environment['EMPF_DEV_SYNC_DELAYS']),
    simulationSocket: environment['EMPF_DEV_SIMULATION_SOCKET'] ?? null,
    drives: environment['EMPF_DEV_DRIVES'] ?? null,
    spool: environment['EMPF_DEV_SPOOL'] ?? null,
    reportReady: environment['EMPF_REPORT_READY'] === '1',
  });
}

function parsed(json: string | undefined): unknown {
  return JSON.parse(json ?? '{}') as unknown;
}
