"""Building blocks of every page: buttons, fields, lists, tables, message bars, pages and dialogs."""
