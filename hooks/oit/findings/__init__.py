"""What the program reports: findings, their codes and the documentation of each code."""
