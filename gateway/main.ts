import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { LOG_LEVELS } from './http/logging.ts';
import { startGateway } from './index.ts';

const USAGE = `node gateway/main.ts [--data .run/gateway] [--port 0] [--host 127.0.0.1]
                     [--tls-certificate <pem> --tls-key <pem>] [--log-level info]
`;

const PLAIN_WORDS: Readonly<Record<string, string>> = {
  'tls-required':
    'refused: this address can be reached from other machines, and without TLS anybody on the way could read and ' +
    'change what terminals send. Give --tls-certificate and --tls-key, or listen on 127.0.0.1.',
  'tls-unusable': 'the TLS certificate or its key cannot be used.',
  'address-unavailable': 'cannot listen on this address and port.',
  'data-folder': 'the data folder cannot be made or written.',
  'database-newer': 'the database was made by a newer version of the gateway.',
  'database-damaged': 'the database is damaged or not a gateway database; it was left as it is.',
  'database-locked': 'another program holds the database.',
  'database-not-durable': 'the database cannot be set to survive a power cut on this file system.',
  'key-missing': 'a private key is missing in the keys folder.',
  'key-damaged': 'a private key in the keys folder is damaged.',
  'key-document': 'the key document is not signed by the root key in the keys folder.',
};

/** Ends with one plain line on standard error. */
function giveUp(line: string): never {
  process.stderr.write(`gateway: ${line}\n`);
  process.exit(1);
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        data: { type: 'string', default: '.run/gateway' },
        port: { type: 'string', default: '0' },
        host: { type: 'string', default: '127.0.0.1' },
        'tls-certificate': { type: 'string' },
        'tls-key': { type: 'string' },
        'log-level': { type: 'string', default: 'info' },
      },
    });
    return values;
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

const values = readArguments();
const port = Number(values.port);
const logLevel = LOG_LEVELS.find((level) => level === values['log-level']);
if (logLevel === undefined) giveUp(`arguments\n${USAGE}`);
if (!/^\d{1,5}$/.test(values.port) || port > 65535) giveUp('--port is a number from 0 to 65535');
const certificate = values['tls-certificate'];
const privateKey = values['tls-key'];

const started = await startGateway({
  dataDir: values.data,
  port,
  host: values.host,
  logLevel,
  ...(certificate === undefined || privateKey === undefined
    ? {}
    : { tls: { certificate: readPem(certificate), privateKey: readPem(privateKey) } }),
});
if (!started.ok) giveUp(PLAIN_WORDS[started.code] ?? started.code);
process.stdout.write(`${JSON.stringify({ gateway: 'listening', url: started.value.url })}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void started.value.stop().then(() => process.exit(0));
  });
}
