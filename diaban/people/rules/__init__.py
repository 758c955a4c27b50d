"""What is known of people's bodies without a database. Plain Python."""
