"""Running all of Lyhty's processes from one command, for people who only want it to run."""
