CREATE TABLE "drafts" (
	"workspace_id" uuid,
	"person_id" uuid,
	"form" text,
	"subject" text,
	"fields" jsonb NOT NULL,
	"saved_at" timestamptz NOT NULL,
	CONSTRAINT "drafts_pkey" PRIMARY KEY("workspace_id","person_id","form","subject")
);
--> statement-breakpoint
ALTER TABLE "drafts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "due" (
	"workspace_id" uuid,
	"kind" text,
	"subject" text,
	"due_at" timestamptz NOT NULL,
	CONSTRAINT "due_pkey" PRIMARY KEY("workspace_id","kind","subject")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"workspace_id" uuid,
	"id" uuid DEFAULT gen_random_uuid(),
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"target" text NOT NULL,
	"state" text DEFAULT 'reserved' NOT NULL,
	"channel" text,
	"ts" text,
	"drawn" text,
	"since" timestamptz DEFAULT now() NOT NULL,
	"leased_until" timestamptz,
	"reason" text,
	CONSTRAINT "messages_pkey" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "messages_once" UNIQUE("workspace_id","kind","subject","target"),
	CONSTRAINT "messages_state" CHECK (state in ('reserved', 'sending', 'unsure', 'sent', 'waiting', 'ended'))
);
--> statement-breakpoint
ALTER TABLE "messages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "requests" (
	"workspace_id" uuid,
	"key" text,
	"issue" integer,
	"expires_at" timestamptz NOT NULL,
	CONSTRAINT "requests_pkey" PRIMARY KEY("workspace_id","key")
);
--> statement-breakpoint
ALTER TABLE "requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "slots" (
	"channel" text PRIMARY KEY,
	"next_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"workspace_id" uuid,
	"issue" integer,
	"seq" integer,
	"type" text NOT NULL,
	"actor_role" text NOT NULL,
	"actor_id" uuid,
	"data" jsonb NOT NULL,
	"data_version" integer DEFAULT 1 NOT NULL,
	"at" timestamptz NOT NULL,
	CONSTRAINT "events_pkey" PRIMARY KEY("workspace_id","issue","seq")
);
--> statement-breakpoint
ALTER TABLE "events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "issues" (
	"workspace_id" uuid,
	"number" integer,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"text" text NOT NULL,
	"impact" text,
	"affected" text,
	"flagged_at" timestamptz NOT NULL,
	"reopenings" integer DEFAULT 0 NOT NULL,
	"life" jsonb NOT NULL,
	CONSTRAINT "issues_pkey" PRIMARY KEY("workspace_id","number"),
	CONSTRAINT "issues_state" CHECK (state in ('saved', 'open', 'claimed', 'resolved', 'confirmed', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "issues" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "participants" (
	"workspace_id" uuid,
	"issue" integer,
	"id" uuid,
	"role" text NOT NULL,
	"person_id" uuid,
	"seal" text,
	"tag" text,
	"verdict" text,
	"joined_at" timestamptz NOT NULL,
	CONSTRAINT "participants_pkey" PRIMARY KEY("workspace_id","issue","id"),
	CONSTRAINT "participants_once" UNIQUE("workspace_id","issue","role","person_id"),
	CONSTRAINT "participants_role" CHECK (role in ('reporter', 'owner', 'me-too', 'offered')),
	CONSTRAINT "participants_person_or_seal" CHECK ((person_id is null) = (seal is not null and tag is not null))
);
--> statement-breakpoint
ALTER TABLE "participants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "people" (
	"workspace_id" uuid,
	"id" uuid DEFAULT gen_random_uuid(),
	"slack_user_id" text,
	"dm_channel" text,
	"is_member" boolean,
	"is_admin" boolean DEFAULT false NOT NULL,
	"has_left" boolean DEFAULT false NOT NULL,
	"asked_at" timestamptz,
	"has_opened_home" boolean DEFAULT false NOT NULL,
	CONSTRAINT "people_pkey" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "people_slack_user" UNIQUE("workspace_id","slack_user_id")
);
--> statement-breakpoint
ALTER TABLE "people" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "workspaces" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(),
	"slack_id" text NOT NULL UNIQUE,
	"bot_user_id" text,
	"url" text,
	"next_number" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "workspaces" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "due_at" ON "due" ("due_at");--> statement-breakpoint
CREATE INDEX "messages_waiting" ON "messages" ("workspace_id","reason") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "requests_expired" ON "requests" ("workspace_id","expires_at");--> statement-breakpoint
CREATE INDEX "issues_by_state" ON "issues" ("workspace_id","state","number");--> statement-breakpoint
CREATE UNIQUE INDEX "participants_one" ON "participants" ("workspace_id","issue","role") WHERE role <> 'me-too';--> statement-breakpoint
CREATE INDEX "participants_by_person" ON "participants" ("workspace_id","person_id","role","issue");--> statement-breakpoint
CREATE INDEX "participants_by_tag" ON "participants" ("workspace_id","tag");--> statement-breakpoint
CREATE INDEX "participants_sealed" ON "participants" ("workspace_id") WHERE seal is not null;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_workspace_id_person_id_people_workspace_id_id_fkey" FOREIGN KEY ("workspace_id","person_id") REFERENCES "people"("workspace_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_workspace_id_workspaces_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id");--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_workspace_id_workspaces_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id");--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_workspace_id_issue_issues_workspace_id_number_fkey" FOREIGN KEY ("workspace_id","issue") REFERENCES "issues"("workspace_id","number") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_workspace_id_issue_issues_workspace_id_number_fkey" FOREIGN KEY ("workspace_id","issue") REFERENCES "issues"("workspace_id","number") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_workspace_id_actor_id_people_workspace_id_id_fkey" FOREIGN KEY ("workspace_id","actor_id") REFERENCES "people"("workspace_id","id");--> statement-breakpoint
ALTER TABLE "issues" ADD CONSTRAINT "issues_workspace_id_workspaces_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id");--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_workspace_id_issue_issues_workspace_id_number_fkey" FOREIGN KEY ("workspace_id","issue") REFERENCES "issues"("workspace_id","number") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_workspace_id_person_id_people_workspace_id_id_fkey" FOREIGN KEY ("workspace_id","person_id") REFERENCES "people"("workspace_id","id");--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_workspace_id_workspaces_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id");--> statement-breakpoint
CREATE POLICY "tenant" ON "drafts" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "messages" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "requests" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "events" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "issues" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "participants" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "people" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "workspaces" AS PERMISSIVE FOR ALL TO public USING (id = nullif(current_setting('app.workspace', true), '')::uuid or slack_id = current_setting('app.team', true));