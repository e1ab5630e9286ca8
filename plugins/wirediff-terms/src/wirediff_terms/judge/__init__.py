"""What a change means: its features, and the list of tests that decides its code."""
