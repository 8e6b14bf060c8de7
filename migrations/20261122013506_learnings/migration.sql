CREATE TABLE "credits" (
	"workspace_id" uuid,
	"issue" integer,
	"person_id" uuid,
	"answer" text NOT NULL,
	CONSTRAINT "credits_pkey" PRIMARY KEY("workspace_id","issue","person_id"),
	CONSTRAINT "credits_answer" CHECK (answer in ('yes', 'no'))
);
--> statement-breakpoint
ALTER TABLE "credits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "learnings" (
	"workspace_id" uuid,
	"issue" integer,
	"line" text NOT NULL,
	"words" text NOT NULL,
	"search" tsvector NOT NULL,
	"learned_at" timestamptz NOT NULL,
	CONSTRAINT "learnings_pkey" PRIMARY KEY("workspace_id","issue")
);
--> statement-breakpoint
ALTER TABLE "learnings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "readers" (
	"workspace_id" uuid,
	"issue" integer,
	"tag" text,
	"answer" text NOT NULL,
	CONSTRAINT "readers_pkey" PRIMARY KEY("workspace_id","issue","tag"),
	CONSTRAINT "readers_answer" CHECK (answer in ('used', 'knew', 'not-ours'))
);
--> statement-breakpoint
ALTER TABLE "readers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "write_ups" (
	"workspace_id" uuid,
	"issue" integer,
	"version" integer NOT NULL,
	"sections" jsonb NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamptz NOT NULL,
	CONSTRAINT "write_ups_pkey" PRIMARY KEY("workspace_id","issue")
);
--> statement-breakpoint
ALTER TABLE "write_ups" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "writers" (
	"workspace_id" uuid,
	"issue" integer,
	"person_id" uuid,
	"since" timestamptz NOT NULL,
	CONSTRAINT "writers_pkey" PRIMARY KEY("workspace_id","issue","person_id")
);
--> statement-breakpoint
ALTER TABLE "writers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "learnings_newest" ON "learnings" ("workspace_id","learned_at","issue");--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_workspace_id_issue_issues_workspace_id_number_fkey" FOREIGN KEY ("workspace_id","issue") REFERENCES "issues"("workspace_id","number") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_workspace_id_person_id_people_workspace_id_id_fkey" FOREIGN KEY ("workspace_id","person_id") REFERENCES "people"("workspace_id","id");--> statement-breakpoint
ALTER TABLE "learnings" ADD CONSTRAINT "learnings_workspace_id_issue_issues_workspace_id_number_fkey" FOREIGN KEY ("workspace_id","issue") REFERENCES "issues"("workspace_id","number") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "readers" ADD CONSTRAINT "readers_workspace_id_issue_issues_workspace_id_number_fkey" FOREIGN KEY ("workspace_id","issue") REFERENCES "issues"("workspace_id","number") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "write_ups" ADD CONSTRAINT "write_ups_workspace_id_issue_issues_workspace_id_number_fkey" FOREIGN KEY ("workspace_id","issue") REFERENCES "issues"("workspace_id","number") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "write_ups" ADD CONSTRAINT "write_ups_workspace_id_changed_by_people_workspace_id_id_fkey" FOREIGN KEY ("workspace_id","changed_by") REFERENCES "people"("workspace_id","id");--> statement-breakpoint
ALTER TABLE "writers" ADD CONSTRAINT "writers_workspace_id_issue_write_ups_workspace_id_issue_fkey" FOREIGN KEY ("workspace_id","issue") REFERENCES "write_ups"("workspace_id","issue") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "writers" ADD CONSTRAINT "writers_workspace_id_person_id_people_workspace_id_id_fkey" FOREIGN KEY ("workspace_id","person_id") REFERENCES "people"("workspace_id","id");--> statement-breakpoint
CREATE POLICY "tenant" ON "credits" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "learnings" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "readers" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "write_ups" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "writers" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);