"""Join two records of one person, and take them apart again."""
