-- Where everybody was asked in vain it is looked each day whether others can be asked: what is so already is looked at once, which finds out the rest. Row security binds the owner too, and here it is every workspace's turn.
ALTER TABLE "issues" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "due" ("workspace_id", "kind", "subject", "due_at")
SELECT "workspace_id", 'in-vain', "number"::text, now() FROM "issues"
WHERE ("state" = 'open' AND "life" #>> '{promise,state}' = 'unanswered')
  OR ("state" = 'claimed' AND "life" #>> '{ask,standing,state}' = 'unanswered')
  OR ("state" = 'declined' AND "life" #>> '{look,state}' = 'asked')
ON CONFLICT DO NOTHING;--> statement-breakpoint
ALTER TABLE "issues" FORCE ROW LEVEL SECURITY;
