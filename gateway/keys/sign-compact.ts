import { type KeyObject, sign } from 'node:crypto';

/**
 * JSON as a compact JWS with Ed25519 (RFC 8037), the same text as `signJson` of the contract makes. The key is imported
 * once and another thread signs, so that the fifty receipts of a batch are signed side by side.
 */
export async function signCompact(content: unknown, kid: string, key: KeyObject): Promise<string> {
  const signed = `${encoded({ alg: 'EdDSA', kid })}.${encoded(content)}`;
  return `${signed}.${(await signatureOf(Buffer.from(signed), key)).toString('base64url')}`;
}

function signatureOf(bytes: Buffer, key: KeyObject): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    sign(null, bytes, key, (error, signature) => {
      if (error === null) resolve(signature);
      else reject(error);
    });
  });
}

function encoded(content: unknown): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}
