CREATE TABLE "shares" (
	"workspace_id" uuid,
	"id" uuid DEFAULT gen_random_uuid(),
	"person_id" uuid NOT NULL,
	"shown" jsonb NOT NULL,
	"request" text NOT NULL,
	"shared_at" timestamptz NOT NULL,
	CONSTRAINT "shares_pkey" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "shares_once" UNIQUE("workspace_id","request")
);
--> statement-breakpoint
ALTER TABLE "shares" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_workspace_id_person_id_people_workspace_id_id_fkey" FOREIGN KEY ("workspace_id","person_id") REFERENCES "people"("workspace_id","id") ON DELETE CASCADE;--> statement-breakpoint
CREATE POLICY "tenant" ON "shares" AS PERMISSIVE FOR ALL TO public USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);