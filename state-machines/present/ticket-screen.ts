import type { TicketScreen } from '../../domain/terminal/view/ticket-view.ts';
import { ticketQrText } from '../../domain/tickets/ticket-code.ts';
import type { Outside } from '../outside.ts';
import type { TicketContext } from '../ticket/setup.ts';
import type { TicketSnapshot } from '../ticket/ticket.machine.ts';
import { whereTo } from './where.ts';

/** Whether queue tickets are offered: where there are counters, and members walk up by themselves. */
export function withTickets({ ports, config }: Pick<Outside, 'ports' | 'config'>): {
  readonly tickets?: true;
} {
  return ports.tickets !== undefined && config.profile !== 'van' ? { tickets: true } : {};
}

/** The page of the queue. */
export function ticketScreen(snapshot: TicketSnapshot): TicketScreen {
  const { context } = snapshot;
  const { ticket, code, typed, error, gaveBack } = context;
  if (snapshot.matches('purpose')) return { id: 'ticket-purpose' };
  if (snapshot.matches('reference')) return { id: 'ticket-reference', value: typed, error };
  if (snapshot.matches('asking')) return { id: 'ticket-asking' };
  if (snapshot.matches('ticket') && ticket !== null && code !== null) {
    const { ticketId: _id, ...shown } = ticket;
    return {
      id: 'ticket',
      ...shown,
      qr: ticketQrText({ of: 'ticket', code }),
      ...{ asOf: context.asOf, stale: context.stale },
      canCancel: snapshot.can({ type: 'TICKET_CANCEL' }),
    };
  }
  const ofTicket = context.question === 'cancel' ? (ticket?.number ?? null) : null;
  if (snapshot.matches('confirm')) return { id: 'ticket-confirm', number: ofTicket };
  if (snapshot.matches('cancelled')) {
    return { id: 'ticket-cancelled', number: ofTicket, appointmentAt: gaveBack };
  }
  return snapshot.matches('trouble') ? troubleScreen(snapshot) : { id: 'ticket-choice' };
}

function troubleScreen(snapshot: TicketSnapshot): TicketScreen {
  const { fault, outside } = snapshot.context;
  const elsewhere = fault.code === 'offline' || fault.code === 'closed' || fault.code === 'unavailable';
  return {
    id: 'ticket-trouble',
    fault: fault.code,
    from: textIn(fault, 'from'),
    until: textIn(fault, 'until'),
    number: textIn(fault, 'number'),
    place: placeOf(snapshot.context),
    canRetry: snapshot.can({ type: 'RETRY' }),
    canTake: snapshot.can({ type: 'TICKET_WAY', way: 'take' }),
    canCancel: snapshot.can({ type: 'TICKET_CANCEL' }),
    ...(elsewhere ? { where: whereTo(outside, 'any') } : {}),
  };
}

function textIn({ params }: TicketContext['fault'], name: string): string | null {
  const value = params?.[name];
  return typeof value === 'string' ? value : null;
}

function placeOf({
  fault,
  outside,
}: TicketContext): Extract<TicketScreen, { id: 'ticket-trouble' }>['place'] {
  const id = textIn(fault, 'place');
  return outside.ports.referenceData().places.find((place) => place.id === id)?.name ?? null;
}
