"""Files that leave: PDF, CSV and the recovery page, made from plain data."""
