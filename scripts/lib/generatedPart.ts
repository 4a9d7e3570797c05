/**
 * The document with what stands between two markers replaced, `<!-- name:start -->` and `<!-- name:end -->`.
 * @throws when the document lacks a marker, or has them the wrong way round
 */
export function withGenerated(document: string, name: string, text: string): string {
	const [startMark, endMark] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
	const [start, end] = [document.indexOf(startMark), document.indexOf(endMark)];
	if (start < 0 || end < start) throw new Error(`The document needs ${startMark} and, after it, ${endMark}`);
	// As far to the right as the marker: it may stand in a list.
	const indent = document.slice(document.lastIndexOf('\n', end) + 1, end);
	return `${document.slice(0, start + startMark.length)}\n\n${text}\n\n${indent}${document.slice(end)}`;
}
