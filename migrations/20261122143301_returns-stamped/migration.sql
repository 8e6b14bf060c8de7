-- Whether a fix came back is said by the event itself: those written before it did are told by what came before them. Row security binds the owner too, and here it is every workspace’s turn.
ALTER TABLE "events" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "events" DISABLE TRIGGER "events_are_kept";--> statement-breakpoint
UPDATE "events" SET "data" = "events"."data" || '{"isReturn": true}' WHERE "type" = 'reopened' AND 'confirmed' = (
  SELECT "last"."type" FROM "events" AS "last"
  WHERE "last"."workspace_id" = "events"."workspace_id" AND "last"."issue" = "events"."issue" AND "last"."seq" < "events"."seq"
    AND "last"."type" IN ('resolved', 'confirmed', 'reopened')
  ORDER BY "last"."seq" DESC LIMIT 1
);--> statement-breakpoint
ALTER TABLE "events" ENABLE TRIGGER "events_are_kept";--> statement-breakpoint
ALTER TABLE "events" FORCE ROW LEVEL SECURITY;
