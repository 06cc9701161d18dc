import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import type { JWK } from 'jose';
import type { Enrolment, KeyDocument, PublicKey } from '../../domain/wire/contract.ts';
import type { StaffList } from '../../domain/wire/staff-list.ts';
import { signJson } from '../../domain/wire/signing.ts';

/** The platform's keys for one test: a root, a receipt, a sealing and a reference data key, with the private halves. */
export interface TestPlatform {
  readonly enrolment: Enrolment;
  readonly document: KeyDocument;
  readonly sealingPrivateKey: JWK;
  signReceipt(receipt: {
    id: string;
    digest: string;
    terminalId: string;
    receivedAt: string;
  }): Promise<string>;
  /** Whatever the platform signs under that key. */
  sign(use: 'receipt' | 'reference-data' | 'staff-list', content: unknown): Promise<string>;
  /** Signs with a key that is in no document. */
  signForeign(content: unknown): Promise<string>;
  /** A key document signed by the root. */
  signDocument(document: KeyDocument): Promise<string>;
}

/** Nobody works here: the first list of a terminal whose test is about something else. */
const FIRST_STAFF_LIST: StaffList = {
  version: 1,
  issuedAt: '2026-01-01T00:00:00.000Z',
  validUntil: '2026-01-05T00:00:00.000Z',
  staff: [],
};

const FROM = '2020-01-01T00:00:00.000Z';
const TO = '2099-01-01T00:00:00.000Z';

interface Pair {
  readonly publicJwk: PublicKey['jwk'];
  readonly privateJwk: JWK;
}

function signingPair(): Pair & { readonly publicJwk: Enrolment['rootKey'] } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return {
    publicJwk: { kty: 'OKP', crv: 'Ed25519', x },
    privateJwk: asJwk(privateKey.export({ format: 'jwk' })),
  };
}

function sealingPair(): Pair {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  return {
    publicJwk: { kty: 'EC', crv: 'P-256', x, y },
    privateJwk: asJwk(privateKey.export({ format: 'jwk' })),
  };
}

function asJwk({ kty = '', crv = '', x = '', y, d = '' }: JsonWebKey): JWK {
  return y === undefined ? { kty, crv, x, d } : { kty, crv, x, y, d };
}

export async function testPlatform(gatewayUrl: string, terminalId = 'K0127'): Promise<TestPlatform> {
  const root = signingPair();
  const receipt = signingPair();
  const reference = signingPair();
  const staff = signingPair();
  const foreign = signingPair();
  const sealing = sealingPair();
  const validity = { notBefore: FROM, notAfter: TO, revokedAt: null };
  const document: KeyDocument = {
    version: 1,
    issuedAt: '2026-01-01T00:00:00.000Z',
    keys: [
      { kid: 'seal-1', use: 'seal', jwk: sealing.publicJwk, ...validity },
      { kid: 'receipt-1', use: 'receipt', jwk: receipt.publicJwk, ...validity },
      { kid: 'policy-1', use: 'reference-data', jwk: reference.publicJwk, ...validity },
      { kid: 'staff-1', use: 'staff-list', jwk: staff.publicJwk, ...validity },
    ],
  };
  const signDocument = (content: KeyDocument): Promise<string> => signJson(content, 'root', root.privateJwk);
  return {
    document,
    sealingPrivateKey: sealing.privateJwk,
    signReceipt: (content) => signJson(content, 'receipt-1', receipt.privateJwk),
    sign: (use, content) => {
      if (use === 'receipt') return signJson(content, 'receipt-1', receipt.privateJwk);
      return use === 'staff-list'
        ? signJson(content, 'staff-1', staff.privateJwk)
        : signJson(content, 'policy-1', reference.privateJwk);
    },
    signForeign: (content) => signJson(content, 'receipt-1', foreign.privateJwk),
    signDocument,
    enrolment: {
      terminalId,
      credential: 'test-credential-of-one-terminal-0123456789',
      gatewayUrl,
      rootKey: root.publicJwk,
      keyDocument: await signDocument(document),
      staffList: await signJson(FIRST_STAFF_LIST, 'staff-1', staff.privateJwk),
    },
  };
}
