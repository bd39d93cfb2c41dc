"""Spreadsheets and packages: files in and out as plain data."""
