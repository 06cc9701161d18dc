/** One step from schema version N-1 to N. Steps that were shipped are never edited. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}
