"""What is asked and said of the back, from any page: flare-ups, ratings, tasks, warning signs."""
