export const USAGE = `npm run queue -- <command> [--data DIR] [--json]

Reading; the terminal may be running:
  status                        how much waits, for how long, last contact, backup, salvage
  list [--state S] [--limit N] [--after SEQUENCE]
                                submissions in the order kept
  show <reference|id>           one of them, with its history
  verify                        structure, stored bytes, receipts and audit log, all of it
  usability [--csv] [--practice]
                                how visits went, as counts; as a file for a testing firm (docs/adr/0027)

Changing; the terminal program must be stopped:
  retry <reference|id>          sent at the next opportunity; what is set aside goes back into the line
  retry --all [--reason CODE]   all that wait; with a reason, all that are set aside for it
  park <reference|id> --reason CODE    set aside before it is sent
  unpark <reference|id>         back into the line
  export <drive>                everything pending and the reports of days, encrypted and signed
  import <drive>                the receipts that the platform put onto it
  backup                        a second, checked copy of the database, now
  purge                         what the policy allows to be removed, now
  accept-salvage --staff ID     takes note of what a salvage could not find; the terminal serves again
  wipe --proof FOLDER [--supervisors]
                                everything of the terminal; refused while something was not received,
                                unless two supervisors sign in (badge and PIN, asked for)

  --data DIR            the terminal's data folder (EMPF_DATA; else the development terminal's)
  --configuration DIR   where its enrolment.json is (EMPF_CONFIGURATION; else beside the data)
  --staff ID            who does it, for the audit log
  --json                for a program; nothing else is printed

Nothing shown says who somebody is: names and numbers are sealed and cannot be opened here.
Times are Hong Kong's. Ends with 0 when all is well, 1 when something needs a person, 2 when refused.
`;
