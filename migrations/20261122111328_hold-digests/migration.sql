-- Row security binds the tables' owner too: the app is that owner.
ALTER TABLE "digests" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "own_lines" FORCE ROW LEVEL SECURITY;
