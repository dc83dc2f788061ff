"""Law in code: dated parameters with their source, and the sums made with them. Knows no Django."""
