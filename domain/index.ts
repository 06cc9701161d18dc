/**
 * The rules as one import for plain Node. Contracts of the wire and of the terminal are imported from `wire/` and
 * `terminal/` by name, so that a page that needs a rule does not carry the cryptography.
 */
export { fail, ok, type Failure, type Result } from './result.ts';
export * from './codes.ts';
export * from './locale.ts';
export * from './parameters.ts';
export * from './identity/document/document.ts';
export * from './identity/document/document-identity.ts';
export * from './identity/document/hkid.ts';
export * from './identity/document/mrz.ts';
export * from './identity/document/partial-date.ts';
export * from './identity/new-pin.ts';
export * from './identity/permissions.ts';
export * from './identity/pin-tries.ts';
export * from './identity/staff.ts';
export * from './assurance.ts';
export * from './terminal/audit/facts.ts';
export * from './terminal/audit/catalogue.ts';
export * from './digest.ts';
export * from './reference.ts';
export * from './time.ts';
export * from './registration/answers.ts';
export type * from './registration/draft.ts';
export * from './registration/payload.ts';
export * from './registration/steps.ts';
export * from './registration/review.ts';
export * from './registration/build-payload.ts';
