import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { USUAL_RATES } from '../drain/drain-control.ts';
import { LOG_LEVELS } from '../http/logging.ts';
import { type GatewayOptions, startGateway } from '../index.ts';
import { giveUp, giveUpFor, say, USUAL_DATA } from './command.ts';

const USAGE = `node gateway/main.ts [--data ${USUAL_DATA}] [--port 0] [--host 127.0.0.1]
                     [--tls-certificate <pem> --tls-key <pem>] [--log-level info]
                     [--process-after <seconds>]    (default: submissions are processed as they arrive)
                     [--sms simulated]    (development only: codes to mobiles are read with the command sms)
                     [--practice]    (a new database that takes only what was made in practice)
                     [--drain-rate ${String(USUAL_RATES.submissionsPerSecond)}] [--probe-rate ${String(USUAL_RATES.probesPerSecond)}]    (a second, over all terminals)
`;

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        data: { type: 'string', default: USUAL_DATA },
        port: { type: 'string', default: '0' },
        host: { type: 'string', default: '127.0.0.1' },
        'tls-certificate': { type: 'string' },
        'tls-key': { type: 'string' },
        'log-level': { type: 'string', default: 'info' },
        'process-after': { type: 'string' },
        sms: { type: 'string', default: 'none' },
        practice: { type: 'boolean', default: false },
        'drain-rate': { type: 'string', default: String(USUAL_RATES.submissionsPerSecond) },
        'probe-rate': { type: 'string', default: String(USUAL_RATES.probesPerSecond) },
      },
    }).values;
  } catch {
    return giveUp(`unknown arguments\n${USAGE}`);
  }
}

function readPem(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return giveUp('the TLS certificate or key file cannot be read.');
  }
}

function readPort(text: string): number {
  const port = Number(text);
  return /^\d{1,5}$/.test(text) && port <= 65535 ? port : giveUp('--port is a number from 0 to 65535');
}

function readNumber(name: string, text: string, least: number): number {
  const number = Number(text);
  return /^\d{1,9}$/.test(text) && number >= least
    ? number
    : giveUp(`--${name} is a whole number from ${String(least)}`);
}

/** Serves until it is told to stop. */
export async function serve(args: readonly string[]): Promise<void> {
  const values = readArguments(args);
  const logLevel = LOG_LEVELS.find((level) => level === values['log-level']);
  if (logLevel === undefined) giveUp(`arguments\n${USAGE}`);
  const sms = values.sms;
  if (sms !== 'none' && sms !== 'simulated') giveUp(`arguments\n${USAGE}`);
  const certificate = values['tls-certificate'];
  const privateKey = values['tls-key'];
  const after = values['process-after'];
  const options: GatewayOptions = {
    dataDir: values.data,
    port: readPort(values.port),
    host: values.host,
    logLevel,
    sms,
    ...(values.practice ? { mode: 'practice' as const } : {}),
    drainRates: {
      submissionsPerSecond: readNumber('drain-rate', values['drain-rate'], 1),
      probesPerSecond: readNumber('probe-rate', values['probe-rate'], 1),
    },
    ...(after === undefined ? {} : { processing: { afterMs: readNumber('process-after', after, 0) * 1000 } }),
    ...(certificate === undefined || privateKey === undefined
      ? {}
      : { tls: { certificate: readPem(certificate), privateKey: readPem(privateKey) } }),
  };
  const started = await startGateway(options);
  if (!started.ok) giveUpFor(started);
  say({ gateway: 'listening', url: started.value.url });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void started.value.stop().then(() => process.exit(0));
    });
  }
}
