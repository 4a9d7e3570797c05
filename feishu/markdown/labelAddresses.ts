import { addressEnd } from './addresses';
import type { Inline } from './nodes';

const SCHEME = /(?<![a-z/])https?:\/\//gi;

/** The addresses in the words of what turned out to be no link: there they are links by themselves, as anywhere. */
export function withAddresses(nodes: readonly Inline[]): Inline[] {
	return nodes.flatMap((node): Inline[] => {
		if (node.type === 'style') return [{ ...node, children: withAddresses(node.children) }];
		return node.type === 'text' && node.written === undefined ? partsOf(node) : [node];
	});
}

function partsOf({ text, from, to }: Extract<Inline, { type: 'text' }>): Inline[] {
	const parts: Inline[] = [];
	let done = 0;
	for (const { index, 0: scheme } of text.matchAll(SCHEME)) {
		const end = addressEnd(text, index + scheme.length);
		if (index < done || end === index + scheme.length) continue;
		const url = text.slice(index, end);
		if (index > done) parts.push({ type: 'text', text: text.slice(done, index), from, to });
		parts.push({
			type: 'link',
			url,
			children: [{ type: 'text', text: url, from, to }],
			form: 'bare',
			label: to,
			from,
			to,
		});
		done = end;
	}
	return done === text.length ? parts : [...parts, { type: 'text', text: text.slice(done), from, to }];
}
