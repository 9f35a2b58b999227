"""How translated a text reads: a linear model over the pieces of its words."""
