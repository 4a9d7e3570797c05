/** What stands between two lines of dashes at the beginning of a text: of it documents have a title alone. */
const FRONT = /^\ufeff?---[ \t]*\r?\n([^]*?)(?:\r?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** Lines of YAML: keys, what belongs to one, comments. Anything else shows that the dashes were a rule. */
const YAML = /^(?:[\w.-]+[ \t]*:(?:[ \t].*)?|[ \t]+.*|-(?:[ \t].*)?|#.*|)$/;

const TITLE = /^title[ \t]*:[ \t]*(.*)$/im;

/** The text without its front matter, and the title that stands in it. */
export function withoutFrontMatter(markdown: string): { title?: string; markdown: string } {
	const [whole, written = ''] = FRONT.exec(markdown) ?? [];
	const lines = written.split(/\r?\n/);
	if (
		whole === undefined ||
		!lines.every((line) => YAML.test(line)) ||
		!lines.some((line) => /^[\w.-]+[ \t]*:/.test(line))
	)
		return { markdown };
	const title = unquoted(TITLE.exec(written)?.[1] ?? '');
	return { ...(title !== '' && { title }), markdown: markdown.slice(whole.length) };
}

function unquoted(value: string): string {
	const trimmed = value.trim();
	const [, quote, within = ''] = /^(["'])(.*)\1$/.exec(trimmed) ?? [];
	if (quote === '"') return within.replace(/\\(["\\])/g, '$1').trim();
	if (quote === "'") return within.replaceAll("''", "'").trim();
	return /^[|>]/.test(trimmed) ? '' : trimmed.replace(/[ \t]#.*$/, '').trim();
}
