-- Offers, the wish for another look and the question about a name are told unasked: now they are kept as such. What was over before it was sent may be asked again. Row security binds the owner too, and here it is every workspace's turn.
ALTER TABLE "messages" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "nudges" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
DELETE FROM "messages" WHERE "kind" in ('offer', 'look', 'credit') AND "state" = 'ended' AND "ts" IS NULL;--> statement-breakpoint
INSERT INTO "nudges" ("workspace_id", "person_id", "kind", "subject", "is_question", "wanted_at", "sent_at", "message")
SELECT "workspace_id", "target"::uuid, "kind", "subject", true, "since", "since", "id" FROM "messages" WHERE "kind" in ('offer', 'look', 'credit')
ON CONFLICT DO NOTHING;--> statement-breakpoint
UPDATE "messages" SET "kind" = 'nudge', "subject" = "kind" || '/' || "subject" WHERE "kind" in ('offer', 'look', 'credit');--> statement-breakpoint
DROP INDEX IF EXISTS "messages_asking";--> statement-breakpoint
ALTER TABLE "nudges" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "messages" FORCE ROW LEVEL SECURITY;
