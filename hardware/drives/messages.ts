import { z } from 'zod';
import { voluntaryRuleSetSchema } from '../../domain/contributions/voluntary/schema.ts';
import { isListCode, type ListCode } from '../../domain/company-list/codes.ts';
import { LIST_COLUMNS } from '../../domain/company-list/columns.ts';
import { companyListSchema } from '../../domain/company-list/list.ts';
import { LOCALES } from '../../domain/locale.ts';
import { OUTPUT_MARKS } from '../../domain/practice/marks.ts';
import { isColumnKey, type ColumnKey } from '../../domain/remittance/columns.ts';
import { REMITTANCE_CODES, type RemittanceCode } from '../../domain/remittance/problems/codes.ts';
import type { RuleFileProblem } from '../../domain/remittance/employer/employer-rules.ts';
import { fileFactsSchema } from '../../domain/remittance/summary/file-facts.ts';
import { referenceDataSchema } from '../../domain/reference-data/schema/reference-data.ts';
import { ROSTER_COLUMNS } from '../../domain/roster/columns.ts';
import { isRosterCode, type RosterCode } from '../../domain/roster/codes.ts';
import { employmentSchema } from '../../domain/roster/prefill.ts';
import { FILE_TROUBLES, SAVE_FAULTS } from '../../domain/terminal/ports/remittance-files.ts';

/** What goes between the terminal and the thread that reads drives; both ends parse what arrives. */
const call = z.number().int().positive();
const text = z.string().max(1024);

export const driveThreadDataSchema = z.strictObject({
  drivesUnder: z.array(z.string()),
  foldersAreDrives: z.boolean(),
  stationFolder: z.string().nullable(),
});
export type DriveThreadData = z.infer<typeof driveThreadDataSchema>;

export const toDriveThreadSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('browse') }),
  z.strictObject({ type: z.literal('browse-end') }),
  z.strictObject({ type: z.literal('open'), id: z.string().max(64) }),
  z.strictObject({ type: z.literal('up') }),
  z.strictObject({
    type: z.literal('check'),
    call,
    /** Id of the rows, should some go. */
    id: z.uuid(),
    entry: z.string().max(64),
    payer: z.strictObject({ name: text, account: text }),
    rules: z.boolean(),
    stored: z.strictObject({ id: z.uuid(), ruleSet: voluntaryRuleSetSchema }).nullable(),
    today: z.string(),
    data: referenceDataSchema,
  }),
  z.strictObject({
    type: z.literal('check-list'),
    call,
    entry: z.string().max(64),
    standing: companyListSchema.shape.standing,
    today: z.string(),
  }),
  z.strictObject({
    type: z.literal('check-roster'),
    call,
    entry: z.string().max(64),
    key: z.instanceof(Uint8Array),
  }),
  z.strictObject({ type: z.literal('stop-check') }),
  z.strictObject({
    type: z.literal('save'),
    call,
    locale: z.enum(LOCALES),
    stamp: z.string(),
    /** The rows that stay, to be saved with the list; overwritten once they were. */
    staying: z.instanceof(Uint8Array).nullable(),
    mark: z.enum(OUTPUT_MARKS).nullable(),
  }),
]);
export type ToDriveThread = z.infer<typeof toDriveThreadSchema>;

const place = z.strictObject({ id: text, kind: z.enum(['drive', 'station-folder']), name: text });
const listing = z.strictObject({
  places: z.array(place),
  at: z
    .strictObject({
      place,
      folders: z.array(text),
      entries: z.array(
        z.strictObject({
          id: text,
          kind: z.enum(['folder', 'file']),
          name: text,
          changedAt: z.string(),
          bytes: z.number(),
        }),
      ),
      others: z.number(),
      more: z.number(),
      readable: z.boolean(),
    })
    .nullable(),
});

const code = z.custom<RemittanceCode>((value) => REMITTANCE_CODES.some((known) => known === value));
const column = z.custom<ColumnKey>((value) => typeof value === 'string' && isColumnKey(value)).nullable();
const severity = z.enum(['fatal', 'error', 'warning']);
const findings = z.strictObject({
  rows: z.number(),
  held: z.number(),
  warnings: z.number(),
  accounts: z.array(
    z.strictObject({ account: text, company: text.nullable(), rows: z.number(), total: text }),
  ),
  groups: z.array(
    z.strictObject({
      code,
      severity,
      count: z.number(),
      problems: z.array(
        z.strictObject({
          row: z.number().nullable(),
          column,
          code,
          params: z.record(z.string(), z.union([z.string(), z.number()])),
          staffNo: text.nullable(),
        }),
      ),
    }),
  ),
});

const listCode = z.custom<ListCode>((value) => typeof value === 'string' && isListCode(value));
const listFindings = z.strictObject({
  rows: z.number(),
  held: z.number(),
  groups: z.array(
    z.strictObject({
      code: listCode,
      severity,
      problems: z.array(
        z.strictObject({
          row: z.number().nullable(),
          column: z.enum(LIST_COLUMNS).nullable(),
          letter: text.nullable(),
          code: listCode,
          params: z.record(z.string(), z.union([z.string(), z.number()])),
        }),
      ),
    }),
  ),
});

const rosterCode = z.custom<RosterCode>((value) => typeof value === 'string' && isRosterCode(value));
const rosterFindings = z.strictObject({
  rows: z.number(),
  people: z.number(),
  held: z.number(),
  groups: z.array(
    z.strictObject({
      code: rosterCode,
      severity,
      count: z.number(),
      problems: z.array(
        z.strictObject({
          row: z.number().nullable(),
          column: z.enum(ROSTER_COLUMNS).nullable(),
          letter: text.nullable(),
          code: rosterCode,
          params: z.record(z.string(), z.union([z.string(), z.number()])),
        }),
      ),
    }),
  ),
});
const keyedPerson = z.tuple([
  z.string(),
  z.strictObject({
    mobile: z.string().nullable(),
    language: z.enum(LOCALES).nullable(),
    employment: employmentSchema.nullable(),
  }),
]);

export const fromDriveThreadSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('listing'), listing }),
  z.strictObject({ type: z.literal('progress'), call, done: z.number(), rows: z.number() }),
  z.strictObject({
    type: z.literal('checked'),
    call,
    findings,
    facts: fileFactsSchema.nullable(),
    rows: z.instanceof(Uint8Array).nullable(),
    staying: z.instanceof(Uint8Array).nullable(),
  }),
  z.strictObject({
    type: z.literal('list-checked'),
    call,
    findings: listFindings,
    list: companyListSchema.nullable(),
  }),
  z.strictObject({
    type: z.literal('roster-checked'),
    call,
    findings: rosterFindings,
    digest: text,
    people: z.array(keyedPerson),
  }),
  z.strictObject({
    type: z.literal('trouble'),
    call,
    trouble: z.enum(FILE_TROUBLES),
    places: z.array(
      z.strictObject({
        path: text,
        code: z.custom<RuleFileProblem['code']>(),
        choices: z.array(text).readonly().exactOptional(),
      }),
    ),
  }),
  z.strictObject({
    type: z.literal('saved'),
    call,
    result: z.union([
      z.strictObject({
        ok: z.literal(true),
        value: z.strictObject({ name: text, rows: z.exactOptional(text) }),
      }),
      z.strictObject({ ok: z.literal(false), code: z.enum(SAVE_FAULTS) }),
    ]),
  }),
]);
export type FromDriveThread = z.infer<typeof fromDriveThreadSchema>;
