/** Marks around a text, by its style in a post: with signs where they count, with tags where they would not. */
const STYLES: ReadonlyArray<readonly [style: string, sign: string, tag: string]> = [
	['bold', '**', 'b'],
	['italic', '*', 'i'],
	['lineThrough', '~~', 's'],
	['strikethrough', '~~', 's'],
	['underline', '', 'u'],
];

export interface Styled {
	text: string;
	styles: readonly string[];
}

/** Pieces of a line of Markdown, each with its styles. */
export function styledWords(pieces: readonly Styled[]): string {
	let said = '';
	pieces.forEach(({ text, styles }, index) => {
		const next = pieces[index + 1]?.text.charAt(0) ?? '';
		const own = STYLES.filter(([style]) => styles.includes(style));
		const lines = text.split('\n');
		const marked = lines.map((line, number) => {
			const before = number === 0 ? said.slice(-2) : '';
			return own.length === 0 ? line : withMarks(line, own, before, number === lines.length - 1 ? next : '');
		});
		const piece = marked.join('\n');
		// Behind a bracket one would make a link of what stands in brackets.
		said += said.endsWith(']') && /^[(:]/.test(piece) ? `\\${piece}` : piece;
	});
	return said;
}

/** Marks don't hold spaces at their edges: those go outside. */
function withMarks(line: string, styles: typeof STYLES, before: string, next: string): string {
	const inner = line.trim();
	if (inner === '') return line;
	const start = line.indexOf(inner);
	const [lead, trail] = [line.slice(0, start), line.slice(start + inner.length)];
	const previous = lead === '' ? lastOf(before) : ' ';
	const following = trail === '' ? next : ' ';
	const marked = styles.reduce((said, [, sign, tag]) => {
		// The same signs beside one another count as one, so the words within are of interest.
		const within = said.startsWith(sign.charAt(0)) && said !== inner ? inner : said;
		const isRead = sign !== '' && marksCount(within, sign, previous, following);
		return isRead ? sign + said + sign : `<${tag}>${said}</${tag}>`;
	}, inner);
	return lead + marked + trail;
}

const PUNCTUATION = /[\p{Punctuation}\p{Symbol}]/u;
const DIGIT = /\p{Number}/u;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u;

/** Whether signs around words are read as marks, by what stands on their two sides. */
export function marksCount(inner: string, sign: string, before: string, after: string): boolean {
	const first = String.fromCodePoint(inner.codePointAt(0) ?? 0x20);
	const last = lastOf(inner);
	if (before === sign.charAt(0) || after === sign.charAt(0)) return false;
	if (/\p{Close_Punctuation}|\p{Final_Punctuation}/u.test(first)) return false;
	if (/\p{Open_Punctuation}|\p{Initial_Punctuation}/u.test(last)) return false;
	if (DIGIT.test(before) && (sign === '*' || DIGIT.test(first))) return false;
	if (DIGIT.test(after) && (sign === '*' || DIGIT.test(last))) return false;
	if (/[、。，．：；！？…—·～]/.test(first) || (sign === '*' && last === '、')) return false;
	if (isCode(before, first, sign) || isCode(after, last, sign)) return false;
	return counts(before, first) && counts(after, last);
}

/** Beside slashes, dots and digits an asterisk is more than a mark: a wildcard, a comment, a power. */
function isCode(outside: string, inside: string, sign: string): boolean {
	if (sign === '**')
		return (
			(/[/\\.]/.test(outside) && /[/\\,;|:=]/.test(inside)) ||
			(/[/\\,;|:=]/.test(outside) && /[/\\.]/.test(inside)) ||
			(DIGIT.test(outside) && /[a-z]/i.test(inside)) ||
			(/[a-z]/i.test(outside) && DIGIT.test(inside))
		);
	return sign === '*' && (/[/\\.]/.test(outside) || /[/\\.]/.test(inside));
}

function counts(outside: string, inside: string): boolean {
	if (outside === '' || /\s/.test(outside) || PUNCTUATION.test(outside)) return true;
	return !PUNCTUATION.test(inside) || WIDE.test(outside) || WIDE.test(inside);
}

function lastOf(text: string): string {
	return /.$/su.exec(text.slice(-2))?.[0] ?? '';
}
