"""The talk in browsers: a page that follows it, and a remote for the speaker's phone."""
