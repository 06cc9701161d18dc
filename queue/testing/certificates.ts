import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** A key with its certificate, both PEM. */
export interface Certified {
  readonly key: string;
  readonly certificate: string;
}

interface Names {
  readonly name: string;
  /** Default until 2049. */
  readonly until?: string;
}

const ECDSA_WITH_SHA256 = Buffer.from('06082a8648ce3d040302', 'hex');
const COMMON_NAME = Buffer.from('0603550403', 'hex');
const BASIC_CONSTRAINTS = Buffer.from('0603551d13', 'hex');
const SUBJECT_ALTERNATIVE_NAME = Buffer.from('0603551d11', 'hex');
const TRUE = Buffer.from('0101ff', 'hex');
const FROM = '200101000000Z';
const UNTIL = '491231000000Z';

const TAGS = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  text: 0x0c,
  time: 0x17,
  sequence: 0x30,
  set: 0x31,
  version: 0xa0,
  extensions: 0xa3,
  dnsName: 0x82,
  address: 0x87,
} as const;

/** ASN.1 DER: tag, length, content. */
function der(tag: keyof typeof TAGS, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const { length } = body;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([TAGS[tag], ...size]), body]);
}

function nameOf(name: string): Buffer {
  return der('sequence', der('set', der('sequence', COMMON_NAME, der('text', Buffer.from(name)))));
}

function extension(id: Buffer, ...content: readonly Buffer[]): Buffer {
  return der('sequence', id, der('octetString', der('sequence', ...content)));
}

function issue(
  subject: Names,
  publicKey: KeyObject,
  issuer: string,
  issuerKey: KeyObject,
  extra: Buffer,
): string {
  const algorithm = der('sequence', ECDSA_WITH_SHA256);
  const until = subject.until ?? UNTIL;
  const body = der(
    'sequence',
    der('version', der('integer', Buffer.from([2]))),
    der('integer', Buffer.from([1 + Math.floor(Math.random() * 120), 1 + Math.floor(Math.random() * 250)])),
    algorithm,
    nameOf(issuer),
    der('sequence', der('time', Buffer.from(FROM)), der('time', Buffer.from(until))),
    nameOf(subject.name),
    publicKey.export({ type: 'spki', format: 'der' }),
    der('extensions', der('sequence', extra)),
  );
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', body, issuerKey)]);
  const certificate = der('sequence', body, algorithm, der('bitString', signature)).toString('base64');
  return `-----BEGIN CERTIFICATE-----\n${certificate.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
}

const pem = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();

/** A certificate authority of one test (X.509 v3, ECDSA P-256); nobody but that test trusts it. */
export function testAuthority(name = 'Test Authority'): Certified & {
  /** A server's certificate, for `localhost` and 127.0.0.1 or for another host. */
  certify(server?: { readonly host?: string; readonly until?: string }): Certified;
} {
  const authority = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = pem(authority.privateKey);
  return {
    key,
    certificate: issue(
      { name },
      authority.publicKey,
      name,
      authority.privateKey,
      extension(BASIC_CONSTRAINTS, TRUE),
    ),
    certify({ host = 'localhost', until } = {}) {
      const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const names = [der('dnsName', Buffer.from(host))];
      if (host === 'localhost') names.push(der('address', Buffer.from([127, 0, 0, 1])));
      const subject = until === undefined ? { name: host } : { name: host, until };
      const extra = extension(SUBJECT_ALTERNATIVE_NAME, ...names);
      return {
        key: pem(pair.privateKey),
        certificate: issue(subject, pair.publicKey, name, createPrivateKey(key), extra),
      };
    },
  };
}
