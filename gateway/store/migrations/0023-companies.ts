import type { Migration } from './migration.ts';

/**
 * The companies of an employer's registration, judged one by one (ADR 0031): which number they have only as an HMAC, in
 * the order in which they were left. One number is registered once, whoever brought it.
 */
export const companies: Migration = {
  version: 23,
  name: 'companies',
  sql: `
      CREATE TABLE companies (
        terminal_id TEXT NOT NULL,
        id          TEXT NOT NULL,
        place       INTEGER NOT NULL CHECK (place > 0),
        company_key BLOB NOT NULL CHECK (length(company_key) = 32),
        fault       TEXT,
        outcome     TEXT CHECK (outcome IN ('registered', 'refused')),
        code        TEXT,
        PRIMARY KEY (terminal_id, id, place),
        CHECK ((code IS NOT NULL) = (outcome IS 'refused')),
        FOREIGN KEY (terminal_id, id) REFERENCES submissions (terminal_id, id)
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX companies_registered ON companies (company_key) WHERE outcome = 'registered';
    `,
};
