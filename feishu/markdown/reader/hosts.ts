import { addressEnd } from '../addresses';
import type { Inline } from '../nodes';

const HOST = /(?<![\w./@:-])www\.(?=[\p{Letter}\p{Number}])/giu;

/** Addresses without a scheme, as GFM knows them: `www.` and what follows. */
export function withHosts(nodes: readonly Inline[]): Inline[] {
	return joined(nodes).flatMap((node) => (node.type === 'text' && node.written === undefined ? partsOf(node) : [node]));
}

type Text = Extract<Inline, { type: 'text' }>;

/** Words that were read piece by piece, because of signs among them that turned out to be no marks. */
function joined(nodes: readonly Inline[]): Inline[] {
	const found: Inline[] = [];
	for (const node of nodes) {
		const last = found[found.length - 1];
		const goesOn = node.type === 'text' && last?.type === 'text' && last.to === node.from;
		if (goesOn && last.written === undefined && node.written === undefined)
			found[found.length - 1] = { ...last, text: last.text + node.text, to: node.to };
		else found.push(node);
	}
	return found;
}

function partsOf(node: Text): Inline[] {
	const { text, from, to } = node;
	// Words that stand elsewhere than they are written, as in a table, have no places within.
	const at = (offset: number) => (text.length === to - from ? from + offset : from);
	const parts: Inline[] = [];
	let done = 0;
	for (const { index, 0: start } of text.matchAll(HOST)) {
		const end = addressEnd(text, index + start.length);
		if (index < done || !text.slice(index + start.length, end).includes('.')) continue;
		if (index > done) parts.push({ type: 'text', text: text.slice(done, index), from: at(done), to: at(index) });
		const address = text.slice(index, end);
		const place = { from: at(index), to: at(end) };
		const children: Inline[] = [{ type: 'text', text: address, ...place }];
		parts.push({ type: 'link', url: `http://${address}`, children, form: 'bare', label: place.to, ...place });
		done = end;
	}
	if (done === 0) return [node];
	if (done < text.length) parts.push({ type: 'text', text: text.slice(done), from: at(done), to });
	return parts;
}
