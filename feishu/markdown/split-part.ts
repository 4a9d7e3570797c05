import { linesOf, withoutIndent } from './lines';
import { mapTokens } from './map-tokens';
import { parseMarkdown } from './parse';
import type { SplitPoint } from './split-points';

/** The text between two places, as it must be written to be read as before. */
export function partOf(text: string, start: SplitPoint, end: SplitPoint): string {
	const { open = '', dedent, gap } = start;
	const isFirstLine = start.at === 0 || text[start.at - 1] === '\n';
	let body = text.slice(start.at, end.at);
	let close = end.close ?? '';
	let opening = open;
	let until = (dedent?.until ?? 0) - start.at;
	if (gap && gap.at < end.at) {
		body = body.slice(0, gap.at - start.at) + gap.line + body.slice(gap.at - start.at);
		until += gap.line.length;
	}
	if (dedent) {
		body = dedented(body, dedent.columns, until, isFirstLine);
		if (end.at < dedent.until) close = close.replace(/[^\n]+/, (line) => withoutIndent(line, dedent.columns));
		opening = opening.replace(/[^\n]+/, (line) => withoutIndent(line, dedent.columns));
	}
	if (!start.code) body = withoutFirstLines(body);
	body = end.code ? body.replace(/\n$/, '') : body.trimEnd();
	return opening + body + close;
}

function dedented(body: string, columns: number, until: number, fromFirst: boolean): string {
	const inside = body.slice(0, until).split('\n');
	const lines = inside.map((line, index) => (index === 0 && !fromFirst ? line : withoutIndent(line, columns)));
	return lines.join('\n') + body.slice(until);
}

/** Without empty lines at the beginning; the indentation of the first line that has words stays. */
function withoutFirstLines(body: string): string {
	const words = body.search(/\S/);
	return words <= 0 ? body : body.slice(body.lastIndexOf('\n', words) + 1);
}

/** Links by reference with their addresses, since the definition may come to stand in another part. */
export function withReferences(markdown: string): string {
	const lines = linesOf(markdown);
	const normal = lines.join('\n');
	const nodes = parseMarkdown(normal);
	const definitions = nodes.filter(({ type }) => type === 'definition');
	if (definitions.length === 0) return normal;
	const mapped = mapTokens(
		normal,
		(token) => {
			if ((token.type !== 'link' && token.type !== 'image') || !token.raw.endsWith(']')) return undefined;
			const label = token.type === 'link' ? token.label : token.alt;
			return `${token.type === 'image' ? '!' : ''}[${label}](<${token.url}>)`;
		},
		nodes,
	);
	const remaining = mapped.split('\n');
	for (const { from, to } of definitions.reverse()) remaining.splice(from, to - from, '');
	return remaining.join('\n');
}
