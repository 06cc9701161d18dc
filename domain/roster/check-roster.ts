import type { Severity } from '../table/codes.ts';
import { readTable, type Table } from '../table/read-table.ts';
import { checkRosterRow, type RosterPerson } from './check-row.ts';
import { type RosterCode, type RosterProblem, rosterSeverity } from './codes.ts';
import { columnOfRosterHeading, ROSTER_COLUMNS, type RosterColumn } from './columns.ts';

/** What the terminal reads of a roster; the figures are ours: a site of thousands in one file. */
export const ROSTER_LIMITS = { megabytes: 8, rows: 20_000 } as const;

/** So many places of one kind of trouble are named; the rest is counted. */
const MOST_NAMED = 200;

/** The same trouble in one row after another. */
interface RosterProblemGroup {
  readonly code: RosterCode;
  readonly severity: Severity;
  readonly count: number;
  /** The first of them. */
  readonly problems: readonly RosterProblem[];
}

/** What was found in a roster: counts and places, nobody. */
export interface RosterFindings {
  readonly rows: number;
  /** People who can be looked up. */
  readonly people: number;
  /** Rows that stay out. */
  readonly held: number;
  /** What holds rows back first, then warnings. */
  readonly groups: readonly RosterProblemGroup[];
}

export interface CheckedRoster {
  readonly findings: RosterFindings;
  readonly people: readonly RosterPerson[];
}

export interface RosterCheck {
  readonly rows: number;
  /** Checks the rows from one place to another; in pieces, so that a long list can be stopped. */
  readonly take: (from: number, to: number) => void;
  readonly end: () => CheckedRoster;
}

/** A whole roster at once. */
export function checkRoster(bytes: Uint8Array): CheckedRoster {
  const check = beginRosterCheck(bytes);
  check.take(0, check.rows);
  return check.end();
}

/**
 * Reads a roster and checks its rows. Right rows count without the others. Of two rows with one number and the same in
 * them one counts; where they differ neither does, for nobody here can tell which is right.
 */
export function beginRosterCheck(bytes: Uint8Array): RosterCheck {
  const table = readTable(bytes, {
    columnOf: columnOfRosterHeading,
    needed: ['hkid'],
    mostRows: ROSTER_LIMITS.rows,
  });
  const groups = createGroups();
  for (const problem of table.problems) groups.add(problem);
  const refused = remarksIn(table);
  if (refused !== null) groups.add(refused);
  const rows = refused === null ? table.rows : [];
  const name = table.letters.get('name');
  if (refused === null && name !== undefined) {
    groups.add({ row: 1, column: 'name', letter: name, code: 'name-not-read', params: {} });
  }
  const byNumber = new Map<string, { readonly row: number; person: RosterPerson; differs: boolean }>();
  const withMobile = new Map<string, number>();
  let held = 0;

  function about(row: number, column: RosterColumn, code: RosterCode, otherRow: number): void {
    const letter = table.letters.get(column) ?? null;
    groups.add({ row, column, letter, code, params: { otherRow } });
  }

  return {
    rows: rows.length,
    take(from, to) {
      for (const cells of rows.slice(from, to)) {
        const { row, problems, person } = checkRosterRow(cells, table.letters);
        for (const problem of problems) groups.add(problem);
        if (person === null) {
          held += 1;
          continue;
        }
        const before = byNumber.get(person.hkid);
        if (before === undefined) {
          byNumber.set(person.hkid, { row, person, differs: false });
          const other = person.mobile === null ? undefined : withMobile.get(person.mobile);
          if (other !== undefined) about(row, 'mobile', 'mobile-shared', other);
          else if (person.mobile !== null) withMobile.set(person.mobile, row);
        } else if (JSON.stringify(before.person) === JSON.stringify(person)) {
          about(row, 'hkid', 'row-twice', before.row);
        } else {
          if (!before.differs) {
            about(before.row, 'hkid', 'person-twice', row);
            held += 1;
          }
          about(row, 'hkid', 'person-twice', before.row);
          before.differs = true;
          held += 1;
        }
      }
    },
    end() {
      const people = [...byNumber.values()].flatMap(({ person, differs }) => (differs ? [] : [person]));
      return {
        findings: { rows: rows.length, people: people.length, held, groups: groups.all() },
        people,
      };
    },
  };
}

/** Free text about people who are not there is taken from nobody. */
function remarksIn({ letters }: Table<RosterColumn>): RosterProblem | null {
  const letter = letters.get('remarks');
  return letter === undefined
    ? null
    : { row: 1, column: 'remarks', letter, code: 'remarks-not-taken', params: { letter } };
}

const ORDER: readonly Severity[] = ['fatal', 'error', 'warning'];

function createGroups() {
  const groups = new Map<RosterCode, { count: number; problems: RosterProblem[] }>();
  return {
    add(problem: RosterProblem): void {
      const group = groups.get(problem.code) ?? { count: 0, problems: [] };
      groups.set(problem.code, group);
      group.count += 1;
      if (group.problems.length < MOST_NAMED) group.problems.push(problem);
    },
    all: (): readonly RosterProblemGroup[] =>
      [...groups]
        .map(([code, { count, problems }]) => ({
          ...{ code, severity: rosterSeverity(code), count },
          problems: problems.toSorted((one, other) => (one.row ?? 0) - (other.row ?? 0)),
        }))
        .sort((one, other) => ORDER.indexOf(one.severity) - ORDER.indexOf(other.severity)),
  };
}

/** The named problems of a roster from its first row to its last, those of the file before them. */
export function rosterInOrder({ groups }: RosterFindings): readonly RosterProblem[] {
  const placeOf = ({ column }: RosterProblem): number =>
    column === null ? -1 : ROSTER_COLUMNS.indexOf(column);
  return groups
    .flatMap(({ problems }) => problems)
    .sort((one, other) => (one.row ?? 0) - (other.row ?? 0) || placeOf(one) - placeOf(other));
}
