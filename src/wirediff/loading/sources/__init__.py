"""Where bytes come from: files, containers, encodings, limits."""
