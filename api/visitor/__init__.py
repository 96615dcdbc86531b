"""The visitor's application: what a person in need of help reaches, apart from the staff's."""
