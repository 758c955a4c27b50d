"""What surrounds the house: its environment, its PostgreSQL and the commands in bin/. The house never imports this."""
