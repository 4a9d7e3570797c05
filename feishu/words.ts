/** Whether a text holds all words of another, in upper or lower case and in any order; no words are held by all. */
export function holdsAllWords(text: string, words: string): boolean {
	const whole = text.toLowerCase();
	return words
		.toLowerCase()
		.split(/\s+/)
		.every((word) => whole.includes(word));
}
