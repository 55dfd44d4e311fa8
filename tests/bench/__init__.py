"""`make bench`: the guide beside its peers in the same run, over real HTTP with a Bot API on loopback."""
