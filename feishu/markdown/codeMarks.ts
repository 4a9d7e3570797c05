/** Code between as many backticks as none of its own runs has. */
export function codeSpan(text: string): string {
	const runs = new Set([...text.matchAll(/`+/g)].map(([run]) => run.length));
	let length = 1;
	while (runs.has(length)) length++;
	const marks = '`'.repeat(length);
	const words = text.replace(/\n/g, ' ');
	const edged = /^`|`$/.test(words) || (/^ .* $/.test(words) && words.trim() !== '');
	return words === '' ? '' : edged ? `${marks} ${words} ${marks}` : marks + words + marks;
}

/** A fence that no run of backticks within it closes. */
export function fenced(code: string, language: string): string {
	const longest = [...code.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 2);
	const fence = '`'.repeat(longest + 1);
	return `${fence}${language}\n${code}\n${fence}`;
}

/** Markdown with blanks for what is shown as it stands, so that all else keeps its place. */
export function withoutCode(markdown: string): string {
	return markdown.replace(
		/^ {0,3}(`{3,}|~{3,})[^]*?(?:^ {0,3}\1[`~]*[ \t]*$|$(?![^]))|(`+)(?!`)[^]*?[^`]\2(?!`)/gm,
		blank,
	);
}

/** As many blanks; lines stay lines. */
export function blank(text: string): string {
	return text.replace(/[^\n]/g, ' ');
}
