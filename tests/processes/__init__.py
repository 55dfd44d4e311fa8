"""The bot started from the Procfile, as a host does it: two web processes, one worker, PostgreSQL."""
