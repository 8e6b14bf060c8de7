ALTER TABLE "people" ADD COLUMN "owed_rhythm" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "owed_unpressed" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "nudges" ADD COLUMN "issues" integer[] DEFAULT '{}'::integer[] NOT NULL;--> statement-breakpoint
CREATE INDEX "issues_unanswered" ON "issues" ("workspace_id","number") WHERE state = 'open' and life #>> '{promise,state}' = 'unanswered';--> statement-breakpoint
CREATE INDEX "issues_put_off" ON "issues" ("workspace_id","number") WHERE state = 'open' and life #>> '{promise,for}' = 'date';--> statement-breakpoint
CREATE INDEX "nudges_of_several" ON "nudges" USING gin ("issues") WHERE issues <> '{}';