ALTER TABLE "participants" DROP CONSTRAINT "participants_once";--> statement-breakpoint
DROP INDEX "participants_by_person";--> statement-breakpoint
CREATE INDEX "participants_by_person" ON "participants" ("workspace_id","person_id","role","issue") WHERE person_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "participants_once" ON "participants" ("workspace_id","issue","role","person_id") WHERE person_id is not null;