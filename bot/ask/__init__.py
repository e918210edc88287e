"""Ask: questions answered from the stored articles, with proof, or an honest no."""
