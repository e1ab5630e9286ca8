"""What is known of words: WordNet, thesauri, closed classes, spelling, the house's glossary."""
