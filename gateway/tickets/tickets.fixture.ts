import { createHash } from 'node:crypto';
import type { TicketPurpose } from '../../domain/terminal/ports/tickets.ts';
import { openGatewayParts } from '../parts.ts';
import type { Answer, TestGateway } from '../testing/gateway.ts';

export const PLACE = 'station-kwun-tong';

/** The hash of a code of a slip, another for each number. */
export function keyOf(number: number): string {
  return createHash('sha256')
    .update(`slip ${String(number)}`)
    .digest('base64url');
}

/** Makes a booking as the platform's own page would. */
export async function book(
  { dataDir }: Pick<TestGateway, 'dataDir'>,
  number: number,
  startsAt: string,
  purpose: TicketPurpose = 'enquiry',
  place = PLACE,
): Promise<{ readonly by: 'key'; readonly key: string }> {
  const opened = await openGatewayParts({ dataDir });
  if (!opened.ok) throw new Error(opened.code);
  const key = keyOf(number);
  const id = `0195bb00-0000-7000-8000-${String(number).padStart(12, '0')}`;
  await opened.value.bookings.add({ id, reference: referenceOf(number), key, place, purpose, startsAt });
  opened.value.close();
  return { by: 'key', key };
}

export const referenceOf = (number: number): string =>
  `BK${String(number).padStart(6, '2').replaceAll(/[01]/g, '9')}`;

/** The ticket in an answer, as far as a test looks at it; or why there is none. */
export function said({ status, json }: Answer): unknown {
  const body = json as {
    readonly ticket?: Record<string, unknown> | null;
    readonly why?: string;
    readonly params?: object;
    readonly code?: string;
  };
  if (status !== 200) return { status, code: body.code };
  if (body.why !== undefined) return { why: body.why, params: body.params };
  if (body.ticket === undefined) return body;
  if (body.ticket === null) return null;
  const { number, state, ahead, counter } = body.ticket;
  return { number, state, ahead, counter };
}
