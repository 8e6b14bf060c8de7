ALTER TABLE "issues" ADD COLUMN "has_asked_for_look" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "duplicates" integer[] DEFAULT '{}'::integer[] NOT NULL;--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "help" jsonb;--> statement-breakpoint
DROP INDEX "participants_one";--> statement-breakpoint
CREATE UNIQUE INDEX "participants_one" ON "participants" ("workspace_id","issue","role") WHERE role not in ('me-too', 'looker');--> statement-breakpoint
ALTER TABLE "issues" DROP CONSTRAINT "issues_state", ADD CONSTRAINT "issues_state" CHECK (state in ('saved', 'open', 'claimed', 'resolved', 'confirmed', 'declined', 'duplicate', 'withdrawn'));--> statement-breakpoint
ALTER TABLE "participants" DROP CONSTRAINT "participants_role", ADD CONSTRAINT "participants_role" CHECK (role in ('reporter', 'owner', 'me-too', 'offered', 'helper', 'decider', 'looker'));