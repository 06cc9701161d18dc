/**
 * One step of the schema. Once shipped, its text never changes (its checksum is in every database); a mistake is
 * mended by the next step.
 */
export interface Migration {
  /** 1, 2, 3 … without gaps. */
  readonly version: number;
  readonly name: string;
  /** Plain SQL, run inside one transaction together with all others that are due. No BEGIN, COMMIT or PRAGMA. */
  readonly sql: string;
}
