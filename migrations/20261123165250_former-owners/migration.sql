DROP INDEX "participants_one";--> statement-breakpoint
CREATE UNIQUE INDEX "participants_one" ON "participants" ("workspace_id","issue","role") WHERE role not in ('me-too', 'looker', 'asked', 'former-owner', 'supporter');--> statement-breakpoint
ALTER TABLE "participants" DROP CONSTRAINT "participants_role", ADD CONSTRAINT "participants_role" CHECK (role = any ('{reporter,owner,me-too,offered,helper,decider,looker,answerer,asked,promiser,taker,container,former-owner,supporter}'::text[]));--> statement-breakpoint
-- Who owned an issue before is told by its events, and who gave support stood in `life`. Row security binds the owner too, and here it is every workspace’s turn.
ALTER TABLE "events" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "issues" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "participants" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "participants" ("workspace_id", "issue", "id", "role", "person_id", "joined_at")
SELECT "workspace_id", "issue", gen_random_uuid(), 'former-owner', "person", max("at") FROM (
  SELECT "workspace_id", "issue", "at", coalesce("data" ->> 'owner', "data" ->> 'to')::uuid AS "person"
  FROM "events" WHERE "type" IN ('claimed', 'separated', 'handed-over')
) AS "had"
WHERE "person" IS NOT NULL AND NOT EXISTS (
  SELECT FROM "participants" AS "has" WHERE "has"."workspace_id" = "had"."workspace_id" AND "has"."issue" = "had"."issue"
    AND "has"."role" = 'owner' AND "has"."person_id" = "had"."person"
)
GROUP BY "workspace_id", "issue", "person";--> statement-breakpoint
INSERT INTO "participants" ("workspace_id", "issue", "id", "role", "person_id", "joined_at")
SELECT DISTINCT ON ("workspace_id", "number", "person") "workspace_id", "number", gen_random_uuid(), 'supporter', "person"::uuid, "flagged_at"
FROM "issues", jsonb_array_elements_text(coalesce("life" -> 'supporters', '[]')) AS "person";--> statement-breakpoint
ALTER TABLE "participants" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "issues" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "events" FORCE ROW LEVEL SECURITY;
