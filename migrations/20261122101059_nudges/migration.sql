CREATE TABLE "nudges" (
	"workspace_id" uuid,
	"person_id" uuid,
	"kind" text,
	"subject" text,
	"is_question" boolean NOT NULL,
	"wanted_at" timestamptz NOT NULL,
	"sent_at" timestamptz,
	"message" uuid,
	CONSTRAINT "nudges_pkey" PRIMARY KEY("workspace_id","person_id","kind","subject")
);
--> statement-breakpoint
ALTER TABLE "nudges" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sealed_nudges" (
	"workspace_id" uuid,
	"tag" text,
	"count" integer NOT NULL,
	"until" date NOT NULL,
	CONSTRAINT "sealed_nudges_pkey" PRIMARY KEY("workspace_id","tag")
);
--> statement-breakpoint
ALTER TABLE "sealed_nudges" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "time_zone" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "own_week" jsonb;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "is_only_on_home" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "away_until" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "nudges_a_day" integer;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "was_asked_for_hours" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "nudges_waiting" ON "nudges" ("workspace_id","person_id") WHERE sent_at is null;--> statement-breakpoint
CREATE INDEX "nudges_sent" ON "nudges" ("workspace_id","person_id","sent_at");--> statement-breakpoint
CREATE INDEX "nudges_about" ON "nudges" ("workspace_id",split_part(subject, '/', 1));--> statement-breakpoint
ALTER TABLE "nudges" ADD CONSTRAINT "nudges_workspace_id_person_id_people_workspace_id_id_fkey" FOREIGN KEY ("workspace_id","person_id") REFERENCES "people"("workspace_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "sealed_nudges" ADD CONSTRAINT "sealed_nudges_workspace_id_workspaces_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id");--> statement-breakpoint
CREATE POLICY "tenant" ON "nudges" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "sealed_nudges" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);