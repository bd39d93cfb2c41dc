"""The log of questions for information and advice: the page Vragen and its form."""
