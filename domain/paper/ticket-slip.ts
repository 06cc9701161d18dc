import { literal, message } from '../catalogue/ask.ts';
import type { Screen } from '../terminal/view/screen.ts';
import type { Made, Paper, PaperBlock } from './paper.ts';

type OnTicket = Extract<Screen, { readonly id: 'ticket' }>;

const text = (
  name: string,
  weight: Extract<PaperBlock, { type: 'text' }>['weight'] = 'plain',
  params?: Readonly<Record<string, string | number>>,
): PaperBlock => ({
  type: 'text',
  label: params === undefined ? message(name) : message(name, params),
  weight,
});

/** A queue ticket as it stood when it was printed; its QR code shows it again as it stands then. Nothing of a person. */
export function ticketSlip(screen: OnTicket, made: Made): Paper {
  const { number, purpose, ahead, appointmentAt, asOf, qr } = screen;
  return {
    kind: 'queue-ticket',
    ...made,
    blocks: [
      { type: 'heading', label: message('paper.queue-ticket.title') },
      {
        type: 'figures',
        large: true,
        figures: [{ label: message('ticket.number'), value: literal(number) }],
      },
      text(`ticket-purpose.${purpose}`, 'strong'),
      ...(appointmentAt === null ? [] : [text('ticket.appointment', 'plain', { at: appointmentAt })]),
      text('paper.queue-ticket.ahead', 'plain', { ahead, at: asOf }),
      text('ticket.next', 'strong'),
      { type: 'qr', content: qr },
      text('ticket.look-again', 'small'),
      text('ticket.day', 'small'),
    ],
  };
}
