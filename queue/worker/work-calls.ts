import { z } from 'zod';
import { STAFF_ROLES } from '../../domain/identity/staff.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import {
  WORK_DAY_FAULTS,
  type WorkDayFault,
  type WorkDayPort,
} from '../../domain/terminal/ports/work-day.ts';
import { dayReportSchema } from '../../domain/wire/day-report.ts';
import { LANES, newStopSchema, stopLocationSchema } from '../../domain/work-day/stops.ts';

/** What main asks of the day's book, parsed at both ends. */
const staffId = z.string().min(1).max(32);
const closerSchema = z.strictObject({
  by: z.strictObject({ staffId, role: z.enum(STAFF_ROLES) }),
  devices: z.record(z.string().max(32), z.string().max(16)),
});
export const workCallSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('look') }),
  z.strictObject({ do: z.literal('openStop'), stop: newStopSchema }),
  z.strictObject({ do: z.literal('closeStop'), by: z.strictObject({ staffId }) }),
  z.strictObject({ do: z.literal('draft'), closer: closerSchema }),
  z.strictObject({
    do: z.literal('closeDay'),
    closer: closerSchema.extend({ day: z.number().int().positive() }),
  }),
  z.strictObject({ do: z.literal('lastClosed') }),
]);
export type WorkCall = z.infer<typeof workCallSchema>;

export const workAnswerSchema = z.union([
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({
    ok: z.literal(false),
    code: z.enum(WORK_DAY_FAULTS),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
]);
export type WorkAnswer = z.infer<typeof workAnswerSchema>;

const count = z.number().int().min(0);
const workDaySchema = z.strictObject({
  number: count,
  openedAt: z.string().nullable(),
  stop: z
    .strictObject({
      placeId: z.string().nullable(),
      location: stopLocationSchema,
      lane: z.enum(LANES),
      staffId,
      openedAt: z.string(),
      lastNumber: count,
    })
    .nullable(),
  stopsClosed: count,
  sessions: count,
  cut: z.strictObject({ kept: z.boolean() }).nullable(),
});
const closedSchema = z.strictObject({ report: dayReportSchema, digest: z.string() });

/** In the thread. */
export function askWorkDesk(
  desk: WorkDayPort,
  call: WorkCall,
): Promise<Result<unknown, Failure<WorkDayFault>>> {
  switch (call.do) {
    case 'look':
      return desk.look();
    case 'openStop':
      return desk.openStop(call.stop);
    case 'closeStop':
      return desk.closeStop(call.by);
    case 'draft':
      return desk.draft(call.closer);
    case 'closeDay':
      return desk.closeDay(call.closer);
    case 'lastClosed':
      return desk.lastClosed();
  }
}

/** In main. While the thread is gone there is no book. */
export function workDeskOver(ask: (call: WorkCall) => Promise<WorkAnswer | null>): WorkDayPort {
  async function answerTo<T>(call: WorkCall, value: z.ZodType<T>): Promise<Result<T, Failure<WorkDayFault>>> {
    const answer = await ask(call);
    if (answer === null) return fail('unavailable');
    return answer.ok ? ok(value.parse(answer.value)) : fail(answer.code);
  }
  return {
    look: () => answerTo({ do: 'look' }, workDaySchema),
    openStop: (stop) => answerTo({ do: 'openStop', stop }, workDaySchema),
    closeStop: ({ staffId: id }) => answerTo({ do: 'closeStop', by: { staffId: id } }, workDaySchema),
    draft: ({ by, devices }) =>
      answerTo({ do: 'draft', closer: { by: plain(by), devices: { ...devices } } }, dayReportSchema),
    closeDay: ({ by, devices, day }) =>
      answerTo({ do: 'closeDay', closer: { by: plain(by), devices: { ...devices }, day } }, closedSchema),
    lastClosed: () => answerTo({ do: 'lastClosed' }, closedSchema.nullable()),
  };
}

function plain({ staffId: id, role }: Parameters<WorkDayPort['draft']>[0]['by']) {
  return { staffId: id, role };
}
