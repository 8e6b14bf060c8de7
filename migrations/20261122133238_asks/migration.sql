DROP INDEX "participants_one";--> statement-breakpoint
CREATE UNIQUE INDEX "participants_one" ON "participants" ("workspace_id","issue","role") WHERE role not in ('me-too', 'looker', 'asked');--> statement-breakpoint
DROP INDEX "events_counted";--> statement-breakpoint
CREATE INDEX "events_counted" ON "events" ("workspace_id","type","at","issue") WHERE type in ('posted', 'claimed', 'updated', 'inquired', 'declined', 'resolved', 'confirmed', 'reopened', 'asked', 'ask-promised', 'ask-closed');--> statement-breakpoint
ALTER TABLE "participants" DROP CONSTRAINT "participants_role", ADD CONSTRAINT "participants_role" CHECK (role in ('reporter', 'owner', 'me-too', 'offered', 'helper', 'decider', 'looker', 'answerer', 'asked', 'promiser', 'taker', 'container'));