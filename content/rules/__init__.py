"""The rules that content has to keep, one subject a file; each file's `problems(content)` names what breaks them."""
