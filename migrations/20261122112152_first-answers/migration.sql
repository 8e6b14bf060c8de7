ALTER TABLE "issues" ADD COLUMN "asks_above" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "leads" ADD COLUMN "rung" integer DEFAULT 0;--> statement-breakpoint
ALTER TABLE "settings" ADD COLUMN "first_answer_hours" integer;--> statement-breakpoint
ALTER TABLE "settings" ADD COLUMN "holidays" text[];--> statement-breakpoint
ALTER TABLE "leads" DROP CONSTRAINT "leads_pkey";--> statement-breakpoint
ALTER TABLE "leads" ADD PRIMARY KEY ("workspace_id","person_id","rung");--> statement-breakpoint
CREATE INDEX "people_admins" ON "people" ("workspace_id") WHERE is_admin;--> statement-breakpoint
ALTER TABLE "participants" DROP CONSTRAINT "participants_role", ADD CONSTRAINT "participants_role" CHECK (role in ('reporter', 'owner', 'me-too', 'offered', 'helper', 'decider', 'looker', 'answerer'));