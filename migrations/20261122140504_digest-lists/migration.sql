DROP INDEX "events_counted";--> statement-breakpoint
CREATE INDEX "events_counted" ON "events" ("workspace_id","type","at","issue") WHERE type in ('posted', 'claimed', 'updated', 'inquired', 'declined', 'resolved', 'confirmed', 'reopened', 'asked', 'ask-promised', 'ask-closed', 'thanks-shown');--> statement-breakpoint
DROP INDEX "issues_waiting";--> statement-breakpoint
CREATE INDEX "issues_waiting" ON "issues" ("workspace_id","impact","number") WHERE state = 'open';