ALTER TABLE "issues" ADD COLUMN "return_of" integer;--> statement-breakpoint
CREATE INDEX "issues_returned" ON "issues" ("workspace_id","return_of") WHERE return_of is not null;