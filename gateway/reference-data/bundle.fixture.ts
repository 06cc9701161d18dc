import { EMBEDDED_REFERENCE_DATA } from '../../domain/reference-data/embedded/embedded.ts';
import type { ReferenceData } from '../../domain/reference-data/schema/reference-data.ts';

/** The data that is built in under another version, with an invented hotline to know it by. */
export function bundle(version: number, hotline = '2000 0001'): ReferenceData {
  const data = structuredClone(EMBEDDED_REFERENCE_DATA);
  return {
    ...data,
    version,
    contacts: { ...data.contacts, hotline: { number: hotline, source: 'sample' } },
  };
}
