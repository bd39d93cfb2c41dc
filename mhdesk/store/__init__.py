"""SQL behind one repository per noun, search, audit log and migrations."""
