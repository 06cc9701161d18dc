/**
 * The Web Crypto key that `@hpke/core` and `jose` name in their types. Node has it at run time, but its types give the
 * name only to a value; with the page's DOM types this merges with theirs.
 */
interface CryptoKey {
  readonly type: 'private' | 'public' | 'secret';
  readonly extractable: boolean;
}
