-- Row security binds the tables' owner too: the app is that owner.
ALTER TABLE "learnings" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "write_ups" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "writers" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "credits" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "readers" FORCE ROW LEVEL SECURITY;
