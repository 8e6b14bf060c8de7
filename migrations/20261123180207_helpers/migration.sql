DROP INDEX "participants_one";--> statement-breakpoint
CREATE UNIQUE INDEX "participants_one" ON "participants" ("workspace_id","issue","role") WHERE role not in ('me-too', 'looker', 'asked', 'former-owner', 'has-helped', 'supporter');--> statement-breakpoint
ALTER TABLE "participants" DROP CONSTRAINT "participants_role", ADD CONSTRAINT "participants_role" CHECK (role = any ('{reporter,owner,me-too,offered,helper,decider,looker,answerer,asked,promiser,taker,container,former-owner,has-helped,supporter}'::text[]));--> statement-breakpoint
-- Who has helped is told by the events. Row security binds the owner too, and here it is every workspace’s turn.
ALTER TABLE "events" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "participants" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "participants" ("workspace_id", "issue", "id", "role", "person_id", "joined_at")
SELECT "workspace_id", "issue", gen_random_uuid(), 'has-helped', ("data" ->> 'helper')::uuid, min("at")
FROM "events" WHERE "type" = 'helped' GROUP BY "workspace_id", "issue", "data" ->> 'helper';--> statement-breakpoint
ALTER TABLE "participants" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "events" FORCE ROW LEVEL SECURITY;
