"""What two records say differently: what is new, what is gone, and what is revised."""
