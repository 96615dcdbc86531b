"""The staff's application, for advisors and editors. It runs in a process of its own and never loads the visitor's."""
