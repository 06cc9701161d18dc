/** A display as far as it matters for who sees what. */
export interface DisplayFacts {
  /** The system's own; the same after it was unplugged and plugged in again. */
  readonly id: number;
  readonly primary: boolean;
}

/** Which display stands on which side of the counter, as far as that was ever settled. */
export interface Sides {
  readonly staff: number | null;
  readonly member: number | null;
}
export const NOBODY_KNOWS: Sides = { staff: null, member: null };

export interface Placing {
  /** Where each window is shown now; null: hidden. */
  readonly shown: Sides;
  /** To be remembered. */
  readonly sides: Sides;
}

/**
 * Who sees what at a counter. A display keeps its side: when one goes, its window is hidden and never moved to the
 * other side, whatever the system makes of it. A display that nobody has seen before takes the place of a missing one
 * only where the other side is certain.
 *
 * At the very first start the primary display is staff's. With one display alone it is staff's, unless it is known as the
 * member's; a single display that nobody knows, after both were known, shows the member's page, which tells nobody
 * anything.
 */
export function placeWindows(displays: readonly DisplayFacts[], sides: Sides): Placing {
  const there = (id: number | null): boolean => displays.some((display) => display.id === id);
  const unknown = displays.filter(({ id }) => id !== sides.staff && id !== sides.member);
  const neverSettled = sides.staff === null && sides.member === null;
  const allNew = !there(sides.staff) && !there(sides.member);

  if (neverSettled || (allNew && unknown.length > 1)) {
    const staff = displays.find(({ primary }) => primary) ?? displays[0];
    const member = displays.find(({ id }) => id !== staff?.id);
    const settled = { staff: staff?.id ?? null, member: member?.id ?? null };
    return { shown: settled, sides: settled };
  }
  const [first] = unknown;
  if (allNew) return { shown: { staff: null, member: first?.id ?? null }, sides };
  const staff = there(sides.staff) ? sides.staff : (first?.id ?? null);
  const member = there(sides.member) ? sides.member : there(sides.staff) ? (first?.id ?? null) : null;
  return {
    shown: { staff, member },
    sides: { staff: staff ?? sides.staff, member: member ?? sides.member },
  };
}
