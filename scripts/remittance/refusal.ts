/** Why nothing was checked, in plain words; the code is for `--json`. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.code = code;
  }
}

export type RefusalCode =
  'arguments' | 'file-not-found' | 'file-not-readable' | 'rules' | 'payer' | 'not-written';
