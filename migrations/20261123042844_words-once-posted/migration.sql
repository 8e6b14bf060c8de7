-- While a flag is only saved nobody compares another with it: whoever flags need not wait for its words to be taken apart.
ALTER TABLE "issues" DROP COLUMN "words";--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "words" tsvector NOT NULL
  GENERATED ALWAYS AS (CASE WHEN "state" = 'saved' THEN ''::tsvector ELSE strip(to_tsvector('simple', "text")) END) STORED;
