/** Tags and their ends: words such as "p<b>q" have only the one. */
import type { Inline, InlineOf, Tag } from '../nodes';
import { isVoid } from '../tags';

const isEnd = ({ raw }: Tag): boolean => raw.startsWith('</');

/** Whether what it ends stands alone: a picture, or a mention whose name is too long to be one. */
function isNeedless({ name }: Tag, before: readonly Inline[]): boolean {
	if (name === 'at') return before.some(({ type }) => type === 'mention');
	return isVoid(name) && before.some((node) => node.type === 'tag' && node.name === name && !node.loose);
}

/** Tags with what stands between them and their ends; those without an end are kept, and added to `unpaired`. */
export function pairedTags(nodes: readonly Inline[], unpaired: Tag[]): Inline[] {
	if (!nodes.some(({ type }) => type === 'tag')) return [...nodes];
	const paired: Inline[] = [];
	/** Where tags stand in `paired` that may still be closed, by their names. */
	const open = new Map<string, number[]>();
	for (const node of nodes) {
		const starts = node.type === 'tag' ? open.get(node.name) : undefined;
		if (node.type !== 'tag' || !node.loose) paired.push(node);
		else if (!isEnd(node)) {
			open.set(node.name, [...(starts ?? []), paired.length]);
			paired.push(node);
		} else if (!isNeedless(node, paired)) {
			close(node, starts, paired);
		}
	}
	for (const node of paired) if (node.type === 'tag' && node.loose) unpaired.push(node);
	return paired;

	function close(end: InlineOf<'tag'>, starts: number[] | undefined, into: Inline[]): void {
		let start = starts?.pop();
		// What a tag around it has closed is closed.
		while (start !== undefined && start >= into.length) start = starts?.pop();
		const tag = start === undefined ? undefined : into[start];
		if (start === undefined || tag?.type !== 'tag' || !tag.loose || tag.name !== end.name) {
			into.push(end);
			return;
		}
		const children = into.splice(start).slice(1);
		for (const child of children) if (child.type === 'tag' && child.loose) unpaired.push(child);
		const { loose: _loose, ...own } = tag;
		into.push({ ...own, children, to: end.to });
	}
}

/** Tags that are closed in another paragraph are tags; those that nothing closes at all are words. */
export function pairElsewhere(unpaired: readonly Tag[]): void {
	const open = new Map<string, Tag[]>();
	for (const tag of unpaired) {
		const waiting = open.get(tag.name) ?? [];
		open.set(tag.name, waiting);
		const start = isEnd(tag) ? waiting.pop() : undefined;
		if (start) start.loose = tag.loose = 'elsewhere';
		else if (!isEnd(tag)) waiting.push(tag);
	}
}
