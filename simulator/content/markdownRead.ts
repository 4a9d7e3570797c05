type Node = Record<string, unknown>;

/** Who is meant by an id, as a key of the mentions: `@_user_1`; undefined for nobody. */
export type Mention = (id: string) => { key: string; name: string } | undefined;

const INLINE = new RegExp(
	[
		'\\*\\*(?<bold>.+?)\\*\\*',
		'~~(?<strike>.+?)~~',
		'(?<![\\w*])\\*(?<italic>[^*\\s](?:[^*]*[^*\\s])?)\\*(?![\\w*])',
		'!\\[[^\\]]*\\]\\((?<image>img_[^)\\s]+)\\)',
		'\\[(?<said>[^\\]]+)\\]\\((?<href>[^)\\s]+)\\)',
		'<at\\s+(?:user_id|id)\\s*=\\s*["\']?(?<id>[^"\'>\\s]*)["\']?\\s*>(?:[^<]*</at>)?',
	].join('|'),
	'gs',
);

const STYLES = { bold: 'bold', strike: 'lineThrough', italic: 'italic' } as const;
type Styled = keyof typeof STYLES;

const words = (text: string, style: readonly string[]): Node[] => (text === '' ? [] : [{ tag: 'text', text, style }]);

/** What stands in a line of Markdown when a message is read: words with their style, links, people and images. */
export function inlineNodes(text: string, mention: Mention, style: readonly string[] = []): Node[] {
	const nodes: Node[] = [];
	let at = 0;
	for (const match of text.matchAll(INLINE)) {
		nodes.push(...words(text.slice(at, match.index), style), ...nodesOf(match.groups ?? {}, mention, style));
		at = match.index + match[0].length;
	}
	return [...nodes, ...words(text.slice(at), style)];
}

function nodesOf(groups: Record<string, string | undefined>, mention: Mention, style: readonly string[]): Node[] {
	const { image, said, href, id } = groups;
	if (image !== undefined) return [{ tag: 'img', image_key: image }];
	if (href !== undefined) return [{ tag: 'a', text: said, href, style }];
	if (id !== undefined) {
		const known = mention(id);
		return known ? [{ tag: 'at', user_id: known.key, user_name: known.name, style }] : [];
	}
	const name = (Object.keys(STYLES) as Styled[]).find((one) => groups[one] !== undefined);
	return name ? inlineNodes(groups[name] ?? '', mention, [...style, STYLES[name]]) : [];
}

const FENCE = /^```(\S*)\s*$/;
const RULE = /^ {0,3}(?:-{3,}|\*{3,}|_{3,})\s*$/;
const HEADING = /^#{1,6}\s+(.*)$/;

/** The paragraphs as which an `md` node of a post is read: a line each; lists and quotes are words. */
export function markdownParagraphs(text: string, mention: Mention): Node[][] {
	const paragraphs: Node[][] = [];
	const lines = text.split('\n');
	for (let index = 0; index < lines.length; index += 1) {
		const line = lines[index] ?? '';
		const language = FENCE.exec(line)?.[1];
		if (language !== undefined) {
			const end = lines.findIndex((one, place) => place > index && /^```\s*$/.test(one));
			const last = end === -1 ? lines.length : end;
			paragraphs.push([{ tag: 'code_block', language, text: lines.slice(index + 1, last).join('\n') }]);
			index = last;
		} else if (RULE.test(line)) paragraphs.push([{ tag: 'hr' }]);
		else {
			const heading = HEADING.exec(line)?.[1];
			const nodes = heading === undefined ? inlineNodes(line, mention) : inlineNodes(heading, mention, ['bold']);
			if (nodes.length > 0) paragraphs.push(nodes);
		}
	}
	return paragraphs;
}
