-- Compares flags. A plain owner of the database may create it: it is a trusted extension.
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
-- Kept with the row, since making it of 2,000 long flags takes a third of a second. No index on it: the operators that
-- would use one are not leakproof, so row security leaves it aside.
ALTER TABLE "issues" ADD COLUMN "words" tsvector NOT NULL
  GENERATED ALWAYS AS (strip(to_tsvector('simple', "text"))) STORED;
