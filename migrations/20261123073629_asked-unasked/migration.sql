-- Offers to take on and to take over, the wish for another look and the question about a name are told unasked: now they are kept as such. What was over before it was sent may be asked again. Row security binds the owner too, and here it is every workspace's turn.
ALTER TABLE "messages" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "nudges" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "events" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "messages" m SET "kind" = 'take-over' FROM "events" e WHERE m."kind" = 'offer' AND e."workspace_id" = m."workspace_id"
  AND m."subject" = e."issue" || '/' || e."seq" AND e."type" = 'take-offered';--> statement-breakpoint
DELETE FROM "messages" WHERE "kind" in ('offer', 'take-over', 'look', 'credit') AND "state" = 'ended' AND "ts" IS NULL;--> statement-breakpoint
INSERT INTO "nudges" ("workspace_id", "person_id", "kind", "subject", "is_question", "wanted_at", "sent_at", "message")
SELECT "workspace_id", "target"::uuid, "kind", "subject", true, "since", "since", "id" FROM "messages" WHERE "kind" in ('offer', 'take-over', 'look', 'credit')
ON CONFLICT DO NOTHING;--> statement-breakpoint
UPDATE "messages" SET "kind" = 'nudge', "subject" = "kind" || '/' || "subject" WHERE "kind" in ('offer', 'take-over', 'look', 'credit');--> statement-breakpoint
DROP INDEX IF EXISTS "messages_asking";--> statement-breakpoint
ALTER TABLE "events" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "nudges" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "messages" FORCE ROW LEVEL SECURITY;
