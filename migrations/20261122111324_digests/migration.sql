CREATE TABLE "digests" (
	"workspace_id" uuid,
	"begins_at" timestamptz,
	"ends_at" timestamptz NOT NULL,
	"picked" jsonb,
	CONSTRAINT "digests_pkey" PRIMARY KEY("workspace_id","begins_at"),
	CONSTRAINT "digests_end_once" UNIQUE("workspace_id","ends_at"),
	CONSTRAINT "digests_last" CHECK (begins_at < ends_at)
);
--> statement-breakpoint
ALTER TABLE "digests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "own_lines" (
	"workspace_id" uuid,
	"id" uuid DEFAULT gen_random_uuid(),
	"person_id" uuid NOT NULL,
	"text" text NOT NULL,
	"written_at" timestamptz NOT NULL,
	"told_at" timestamptz,
	CONSTRAINT "own_lines_pkey" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "own_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "settings" ADD COLUMN "digest_day" integer;--> statement-breakpoint
ALTER TABLE "settings" ADD COLUMN "digest_hour" integer;--> statement-breakpoint
CREATE UNIQUE INDEX "own_lines_one" ON "own_lines" ("workspace_id","person_id") WHERE told_at is null;--> statement-breakpoint
CREATE INDEX "events_counted" ON "events" ("workspace_id","type","at","issue") WHERE type in ('posted', 'claimed', 'updated', 'inquired', 'declined', 'resolved', 'confirmed', 'reopened');--> statement-breakpoint
CREATE INDEX "issues_waiting" ON "issues" ("workspace_id",coalesce(impact, ''),"number") WHERE state = 'open';--> statement-breakpoint
ALTER TABLE "digests" ADD CONSTRAINT "digests_workspace_id_workspaces_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id");--> statement-breakpoint
ALTER TABLE "own_lines" ADD CONSTRAINT "own_lines_workspace_id_person_id_people_workspace_id_id_fkey" FOREIGN KEY ("workspace_id","person_id") REFERENCES "people"("workspace_id","id") ON DELETE CASCADE;--> statement-breakpoint
CREATE POLICY "tenant" ON "digests" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "own_lines" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);