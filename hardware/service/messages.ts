import { z } from 'zod';
import { simulationCommandSchema } from '../simulation/commands.ts';
import { FORM_CODE_FAULTS, formCodeSchema } from '../../domain/roster/form-code.ts';
import { READER_TROUBLES } from '../../domain/codes.ts';
import { TICKET_CODE_CHARACTERS } from '../../domain/tickets/ticket-code.ts';
import { LIGHT_PATTERNS } from '../../domain/terminal/ports/light.ts';
import { DEVICES, type HardwareCommand, type HardwareEvent } from '../../domain/terminal/ports/hardware.ts';

/**
 * What the terminal's main process and the hardware process say to each other. Both parse everything they hear: after
 * a crash, or with a child of another version, nothing can be taken for granted.
 */
export const PROTOCOL_VERSION = 1;

/** How the parent starts the process: one JSON argument, the last. */
export const serviceSettingsSchema = z.strictObject({
  driver: z.enum(['sim', 'hid']),
  /** Path of the socket that drives simulated devices, or null for none. */
  simulationSocket: z.string().min(1).nullable(),
  /** With `sim`: the real status light all the same. Practice has to be seen across the room. */
  light: z.literal('hid').exactOptional(),
});
export type ServiceSettings = z.infer<typeof serviceSettingsSchema>;

const readId = z.string().min(1).max(64);
const text = z.string().max(160);

const commandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ARM_READ'), readId }),
  z.strictObject({ type: z.literal('DISARM_READ') }),
  z.strictObject({
    type: z.literal('LIGHT'),
    pattern: z.enum(LIGHT_PATTERNS),
  }),
  z.strictObject({ type: z.literal('FORGET') }),
]) satisfies z.ZodType<HardwareCommand>;

const partialDateSchema = z.strictObject({
  year: z.number().int(),
  month: z.number().int().min(1).max(12).nullable(),
  day: z.number().int().min(1).max(31).nullable(),
});

const documentSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('hkid'),
    number: z.strictObject({
      body: z.string().regex(/^[A-Z]{1,2}[0-9]{6}$/),
      check: z.string().regex(/^[0-9A]$/),
    }),
    surname: text.min(1),
    givenNames: text,
    nameChinese: text.nullable(),
    dateOfBirth: partialDateSchema,
    sex: z.enum(['M', 'F']).nullable(),
    dateOfIssue: z.iso.date().nullable(),
    authenticity: z.strictObject({
      method: z.enum(['none', 'chip']),
      result: z.enum(['passed', 'failed', 'not-performed']),
      middleware: text,
    }),
  }),
  z.strictObject({ kind: z.literal('passport'), issuingState: text, surname: text, givenNames: text }),
]);

const device = z.enum(DEVICES);

/** HARDWARE_DOWN and HARDWARE_UP are the supervisor's and are not taken from a child. */
const eventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('DEVICE_STATE'),
    device,
    status: z.enum(['absent', 'connecting', 'ready', 'busy', 'faulted']),
    simulated: z.boolean(),
    detail: text.exactOptional(),
  }),
  z.strictObject({ type: z.literal('CARD_PRESENT'), device: z.literal('id-reader') }),
  z.strictObject({ type: z.literal('CARD_REMOVED'), device: z.literal('id-reader') }),
  z.strictObject({ type: z.literal('DOCUMENT_READ'), readId, document: documentSchema }),
  z.strictObject({ type: z.literal('READ_FAILED'), readId, trouble: z.enum(READER_TROUBLES) }),
  z.strictObject({ type: z.literal('BADGE_SCANNED'), text }),
  z.strictObject({ type: z.literal('SLIP_SCANNED'), code: z.string().length(32).nullable() }),
  z.strictObject({
    type: z.literal('TICKET_SCANNED'),
    scanned: z
      .strictObject({ of: z.enum(['ticket', 'booking']), code: z.string().length(TICKET_CODE_CHARACTERS) })
      .nullable(),
  }),
  z.strictObject({
    type: z.literal('FORM_SCANNED'),
    scanned: z.union([
      z.strictObject({ ok: z.literal(true), value: formCodeSchema }),
      z.strictObject({ ok: z.literal(false), code: z.enum(FORM_CODE_FAULTS) }),
    ]),
  }),
]) satisfies z.ZodType<HardwareEvent>;

export const toServiceSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('command'), command: commandSchema }),
  /** To the simulated devices of practice; nothing where the devices are real. */
  z.strictObject({ type: z.literal('simulate'), command: simulationCommandSchema }),
  z.strictObject({ type: z.literal('ping'), id: z.number().int() }),
  /** Let go of every device, then end. */
  z.strictObject({ type: z.literal('stop') }),
]);
export type ToService = z.infer<typeof toServiceSchema>;

export const fromServiceSchema = z.discriminatedUnion('type', [
  /** First of all: the service runs. */
  z.strictObject({
    type: z.literal('hello'),
    version: z.literal(PROTOCOL_VERSION),
    driver: z.enum(['sim', 'hid']),
  }),
  z.strictObject({ type: z.literal('pong'), id: z.number().int() }),
  z.strictObject({ type: z.literal('event'), event: eventSchema }),
  z.strictObject({ type: z.literal('stopped') }),
]);
export type FromService = z.infer<typeof fromServiceSchema>;
