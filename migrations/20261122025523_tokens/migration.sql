CREATE TABLE "tokens" (
	"tag" text PRIMARY KEY,
	"workspace_id" uuid NOT NULL,
	"bot_id" text
);
--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_workspace_id_workspaces_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id");