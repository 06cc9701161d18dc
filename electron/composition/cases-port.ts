import { fail } from '../../domain/result.ts';
import type { CasesPort } from '../../domain/terminal/ports/cases.ts';

/** A station's cases as the machines see them from the first moment: `unavailable` while there is no queue. */
export function lateCases(desk: () => CasesPort | null): CasesPort {
  const nowhere = () => Promise.resolve(fail('unavailable'));
  return {
    list: () => desk()?.list() ?? nowhere(),
    take: (id, way, by) => desk()?.take(id, way, by) ?? nowhere(),
    note: (id, action, by) => desk()?.note(id, action, by) ?? nowhere(),
    calling: (ticket) => desk()?.calling(ticket),
  };
}
