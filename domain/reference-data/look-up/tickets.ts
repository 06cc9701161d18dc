import { TICKET_RULES } from '../embedded/tickets.ts';
import type { ReferenceData } from '../schema/reference-data.ts';
import type { Place } from '../schema/service.ts';
import type { TicketRules } from '../schema/tickets.ts';

/** The rules of queue tickets; those built in where a bundle says nothing of them. */
export function ticketRulesOf({ tickets }: Pick<ReferenceData, 'tickets'>): TicketRules {
  return tickets ?? TICKET_RULES;
}

/** A place with counters that is there on a day; null: none of that name, or a van, which has a queue of its own. */
export function ticketPlace(
  { places }: Pick<ReferenceData, 'places'>,
  id: string,
  date: string,
): Place | null {
  const place = places.find((candidate) => candidate.id === id);
  if (place === undefined || place.kind === 'van-stop') return null;
  return place.from <= date && (place.to === null || date <= place.to) ? place : null;
}
