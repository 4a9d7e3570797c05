import { isEmoji } from '../platform/emoji';
import { invalidContent } from './contentErrors';
import { markdownParagraphs } from './markdownRead';
import type { Acceptor, ContentContext } from './types';

type Node = Record<string, unknown>;

const LOCALES = [
	'zh_cn',
	'en_us',
	'ja_jp',
	'zh_hk',
	'zh_tw',
	'id_id',
	'vi_vn',
	'th_th',
	'pt_br',
	'es_es',
	'ko_kr',
	'de_de',
	'fr_fr',
	'it_it',
	'ru_ru',
	'ms_my',
];
const STYLES = ['bold', 'underline', 'lineThrough', 'italic'];

interface NodeRule {
	required: string[];
	/** Must be the only node of its paragraph. */
	alone?: boolean;
	/** Has a `style` list. */
	styled?: boolean;
	read?: (node: Node, context: ContentContext) => Node;
}

/** Source: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/im-v1/message/create_json */
const NODES: Record<string, NodeRule> = {
	text: { required: ['text'], styled: true },
	a: { required: ['text', 'href'], styled: true, read: readLink },
	at: { required: ['user_id'], styled: true, read: readAt },
	img: { required: ['image_key'], alone: true, read: (node, context) => (context.image(String(node.image_key)), node) },
	media: { required: ['file_key'], alone: true, read: readMedia },
	emotion: { required: ['emoji_type'], read: readEmotion },
	hr: { required: [] },
	code_block: { required: ['text'] },
	// On reading, Markdown has become other nodes; its text is kept.
	md: { required: ['text'], alone: true, read: readMarkdown },
};

function readAt(node: Node, { mentions }: ContentContext): Node {
	const id = String(node.user_id);
	const key = mentions.add(id);
	if (key === undefined && mentions.among) return { tag: 'text', text: text(node.user_name), style: node.style ?? [] };
	if (key === undefined) throw invalidContent(`invalid user_id in at: ${id}`);
	const name = key === '@_all' ? 'Everyone' : mentions.list.find((mention) => mention.key === key)?.name;
	return { tag: 'at', user_id: key, user_name: name, style: node.style ?? [] };
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** An address has a scheme. */
function readLink(node: Node): Node {
	if (!/^[a-z][a-z0-9+.-]*:\S/i.test(text(node.href)))
		throw invalidContent("message_content_a_tag's href field is invalid");
	return node;
}

function readEmotion(node: Node): Node {
	if (!isEmoji(text(node.emoji_type))) throw invalidContent('emoji_type is invalid');
	return node;
}

const AT_TAG = /<at\s+user_id\s*=\s*["']?([^"'>\s]*)["']?\s*>/g;

function readMarkdown(node: Node, { mentions }: ContentContext): Node {
	for (const [, id = ''] of text(node.text).matchAll(AT_TAG)) {
		if (mentions.add(id) === undefined && !mentions.among)
			throw invalidContent("md tag's text field contains invalid user id");
	}
	return node;
}

function readMedia(node: Node, context: ContentContext): Node {
	context.file(String(node.file_key), ['mp4']);
	if (node.image_key !== undefined) context.image(String(node.image_key));
	return node;
}

function readNode(node: unknown, paragraph: readonly unknown[], context: ContentContext): Node {
	if (typeof node !== 'object' || node === null) throw invalidContent('post node is not an object');
	const { tag, style } = node as Node;
	const rule = NODES[String(tag)];
	if (!rule) throw invalidContent('message_content has wrong tag');
	for (const field of rule.required) {
		if (typeof (node as Node)[field] !== 'string')
			throw invalidContent(`message_content_${String(tag)}_tag's ${field} field can't be nil`);
	}
	if (rule.alone && paragraph.length > 1) throw invalidContent(`${String(tag)} must be a paragraph of its own`);
	if (style !== undefined && !Array.isArray(style)) throw invalidContent(`invalid style of ${String(tag)}`);
	const read = rule.read?.(node as Node, context) ?? (node as Node);
	if (!rule.styled) return read;
	// Unknown ones have no effect.
	return { ...read, style: (Array.isArray(style) ? style : []).filter((entry) => STYLES.includes(String(entry))) };
}

/** On reading, Markdown has become other nodes; here its text is kept. */
const withoutMarkdown = (node: Node): Node => (node.tag === 'md' ? { tag: 'text', text: node.text, style: [] } : node);

/** Sent by language, read back flattened to one language without the key. */
export const post: Acceptor = (context) => {
	const locale = LOCALES.find((candidate) => candidate in context.content);
	const body = locale === undefined ? undefined : context.content[locale];
	if (typeof body !== 'object' || body === null)
		throw invalidContent('post content needs a language, for example zh_cn');
	const { title = '', content } = body as { title?: unknown; content?: unknown };
	if (typeof title !== 'string') throw invalidContent('title of the post is not a string');
	if (!Array.isArray(content) || content.length === 0) throw invalidContent('content of the post is empty');
	const paragraphs = content.map((paragraph: unknown) => {
		if (!Array.isArray(paragraph)) throw invalidContent('a paragraph of the post is not an array');
		return paragraph.map((node) => readNode(node, paragraph, context));
	});
	const read = paragraphs.map((paragraph) => paragraph.map(withoutMarkdown));
	const readBack = paragraphs.flatMap((paragraph) => {
		const [node] = paragraph;
		if (node?.tag !== 'md') return [paragraph];
		return markdownParagraphs(text(node.text), (id) => context.mentions.named(id));
	});
	return {
		content: { title, content: read },
		read_back: { title, content: readBack },
		shown: { title, content: paragraphs },
	};
};
