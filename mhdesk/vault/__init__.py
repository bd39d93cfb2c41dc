"""The encrypted registry on disk: keys, file, lock, integrity."""
