/**
 * For whom a window is. `shared`: the one display of a kiosk or van, where the machine tells member and staff apart by
 * the staff lease. A station has a window for each (docs/adr/0033).
 */
export type Surface = 'shared' | 'member' | 'staff';
