ALTER TABLE "requests" DROP CONSTRAINT "requests_workspace_id_workspaces_id_fkey";--> statement-breakpoint
ALTER TABLE "requests" DROP CONSTRAINT "requests_workspace_id_issue_issues_workspace_id_number_fkey";--> statement-breakpoint
ALTER TABLE "messages" DROP CONSTRAINT "messages_state", ADD CONSTRAINT "messages_state" CHECK (state = any ('{reserved,sending,unsure,sent,waiting,ended}'::text[]));--> statement-breakpoint
ALTER TABLE "issues" DROP CONSTRAINT "issues_state", ADD CONSTRAINT "issues_state" CHECK (state = any ('{saved,open,claimed,resolved,confirmed,declined,duplicate,withdrawn}'::text[]));--> statement-breakpoint
ALTER TABLE "participants" DROP CONSTRAINT "participants_role", ADD CONSTRAINT "participants_role" CHECK (role = any ('{reporter,owner,me-too,offered,helper,decider,looker,answerer,asked,promiser,taker,container}'::text[]));--> statement-breakpoint
ALTER TABLE "credits" DROP CONSTRAINT "credits_answer", ADD CONSTRAINT "credits_answer" CHECK (answer = any ('{yes,no}'::text[]));--> statement-breakpoint
ALTER TABLE "readers" DROP CONSTRAINT "readers_answer", ADD CONSTRAINT "readers_answer" CHECK (answer = any ('{used,knew,not-ours}'::text[]));