import type { SessionSnapshot } from '../../session/session.machine.ts';

export function instructing(snapshot: SessionSnapshot, journey: string): boolean {
  return snapshot.context.visit.instruction !== null && inJourney(snapshot, journey);
}

/** Where staff's own pages are walked: over a question, and where nobody is served. */
export function registersOrRests(snapshot: SessionSnapshot): boolean {
  const { purpose } = snapshot.context.visit;
  return purpose === 'register' && ['task', 'notToday'].some((part) => inJourney(snapshot, part));
}

/** How many things cover the page at once. */
export function covers(snapshot: SessionSnapshot): number {
  const inVisit = (part: object): number => (matches(snapshot, { visit: part }) ? 1 : 0);
  return (
    inVisit({ idle: 'warning' }) +
    inVisit({ idle: 'locked' }) +
    inVisit({ help: 'calling' }) +
    inVisit({ leave: 'asking' }) +
    inVisit({ staff: 'pin' }) +
    inVisit({ staff: { holding: 'status' } }) +
    inVisit({ staff: { holding: 'more' } }) +
    inVisit({ staff: { holding: 'people' } }) +
    inVisit({ staff: { holding: 'operations' } }) +
    inVisit({ staff: 'newPin' }) +
    inVisit({ staff: 'confirming' }) +
    inVisit({ park: 'asking' }) +
    inVisit({ park: 'saving' }) +
    inVisit({ park: 'failed' }) +
    inVisit({ print: 'open' })
  );
}

/** Where the role decides what may be done. */
export function staffPage(snapshot: SessionSnapshot): boolean {
  return ['more', 'people', 'status', 'operations'].some((page) =>
    matches(snapshot, { visit: { staff: { holding: page } } }),
  );
}

export function matches(snapshot: SessionSnapshot, presence: string | object): boolean {
  return snapshot.matches({ open: { presence } } as Parameters<typeof snapshot.matches>[0]);
}

export function inPresence(snapshot: SessionSnapshot, presence: 'attract' | 'visit' | 'ended'): boolean {
  return matches(snapshot, presence);
}

export function inJourney(snapshot: SessionSnapshot, journey: string): boolean {
  return matches(snapshot, { visit: { journey } });
}
