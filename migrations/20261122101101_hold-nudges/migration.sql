-- Row security binds the tables' owner too: the app is that owner.
ALTER TABLE "nudges" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "sealed_nudges" FORCE ROW LEVEL SECURITY;
