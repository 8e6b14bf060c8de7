-- Whoever was asked for a first answer was told unasked: now they are kept as such. Row security binds the owner too, and here it is every workspace's turn.
ALTER TABLE "messages" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "nudges" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "nudges" ("workspace_id", "person_id", "kind", "subject", "is_question", "wanted_at", "sent_at", "message")
SELECT "workspace_id", "target"::uuid, 'first-answer', "subject", true, "since", "since", "id" FROM "messages" WHERE "kind" = 'first-answer'
ON CONFLICT DO NOTHING;--> statement-breakpoint
UPDATE "messages" SET "kind" = 'nudge', "subject" = 'first-answer/' || "subject" WHERE "kind" = 'first-answer';--> statement-breakpoint
ALTER TABLE "nudges" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "messages" FORCE ROW LEVEL SECURITY;
