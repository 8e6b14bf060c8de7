-- What is open already is promised a first answer as well. Row security binds the owner too, and here it is every workspace's turn.
ALTER TABLE "issues" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "due" ("workspace_id", "kind", "subject", "due_at")
SELECT "workspace_id", 'promise-passes', "number"::text, now() FROM "issues" WHERE "state" = 'open'
ON CONFLICT DO NOTHING;--> statement-breakpoint
ALTER TABLE "issues" FORCE ROW LEVEL SECURITY;
