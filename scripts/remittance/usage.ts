export const USAGE = `npm run check-remittance -- FILE [--employer RULES.json] [--payer COMPANY] [--json] [--out REJECTED.csv]

Checks an employer's remittance file: 47 columns, CSV, no header row (docs/remittance-file.md).

  FILE                  the remittance file
  --employer RULES.json companies of the group, their accounts, voluntary contributions; every row is held against them
  --payer COMPANY       the company that pays: its name, or its employer account number; needs --employer
  --out REJECTED.csv    writes the rows that stay, the same 47 columns, to be corrected and sent again;
                        overwritten, and empty when nothing stays; not written when FILE cannot be read
  --problems FILE       writes every problem as a line of JSON
  --limit N             problems that are printed (200; with --json 1000)
  --language en|zh-Hant words of the report (en)
  --json                one JSON document for a program; nothing else is printed

Identity card and passport numbers are masked and names are never printed. REJECTED.csv holds them, as FILE does.
Ends with 0 when all rows go, 1 when some stay, 2 when the file cannot be read or the command is wrong.
`;
