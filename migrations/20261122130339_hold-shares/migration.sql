-- Row security binds the table's owner too: the app is that owner.
ALTER TABLE "shares" FORCE ROW LEVEL SECURITY;
