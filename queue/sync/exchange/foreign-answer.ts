/**
 * True when something answered that does not speak HTTP or TLS, or shows another certificate than the platform's: by
 * error code, never by message.
 */
export function isForeignAnswer(error: Error): boolean {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return FOREIGN.has(code) || FOREIGN_FAMILIES.some((family) => code.startsWith(family));
}

const FOREIGN_FAMILIES = ['HPE_', 'CERT_', 'ERR_TLS_', 'ERR_SSL_'];

const FOREIGN = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  // TLS was spoken to something that answered with anything else.
  'EPROTO',
]);
