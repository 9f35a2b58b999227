"""Names: how languages spell them, whom they mean, and what to print."""
