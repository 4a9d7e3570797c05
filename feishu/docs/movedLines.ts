/** What stands in an item: its lines but the first, moved in. */
export function movedIn(said: string, indent: string): string {
	return said.replace(/\n(?=[^\n])/g, `\n${indent}`);
}

/** What stands in a quote. */
export function quoted(said: string): string {
	return said
		.split('\n')
		.map((line) => (line === '' ? '>' : `> ${line}`))
		.join('\n');
}
