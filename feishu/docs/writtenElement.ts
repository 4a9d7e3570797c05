import { object, text, type JsonObject } from '../json';
import { escaped } from '../im/received/writeMarkdown';
import { mentionType } from './documentMentions';
import { decodedUrl, timeText } from './readBlocks';
import { linkTarget, openingTag } from './tagAttributes';

export interface MarkdownOptions {
	/**
	 * `documents` says all that documents' own Markdown can, in the platform's tags; `plain` what any reader of Markdown
	 * knows, and leaves out the rest.
	 */
	dialect?: 'documents' | 'plain';
	/** The address of a picture or file by its token, where there is one; the token itself otherwise. */
	links?: ReadonlyMap<string, string>;
	/** Names of people by their ID. */
	names?: ReadonlyMap<string, string>;
}

/** How an equation stands: in lines of its own, between dollars within words, or in its tag. */
export type EquationForm = 'lines' | 'dollars' | 'tag';

/** An element that is no run of text, as Markdown. */
export function writtenElement(element: JsonObject, options: MarkdownOptions, form: EquationForm): string {
	const [[name = '', value] = []] = Object.entries(element);
	const own = object(value);
	return WRITERS[name]?.(own, options, form) ?? `<!-- ${[name, ...idsIn(own)].join(' ')} -->`;
}

/** What a comment says of something that Markdown can't. */
export function idsIn(body: JsonObject): string[] {
	return Object.entries(body).flatMap(([key, value]) =>
		/(?:token|_id|key)$/.test(key) && typeof value === 'string' && value !== '' && !value.includes('--') ? [value] : [],
	);
}

type Writer = (own: JsonObject, options: MarkdownOptions, form: EquationForm) => string;

const WRITERS: { readonly [name: string]: Writer | undefined } = {
	equation: ({ content }, _options, form) => equation(text(content), form),
	mention_user: ({ user_id }, { names, dialect }) => {
		const id = text(user_id);
		const name = names?.get(id);
		if (dialect === 'plain') return escaped(`@${name ?? id}`);
		return name === undefined
			? openingTag('mention-user', { id }, true)
			: `${openingTag('at', { id })}${escaped(name)}</at>`;
	},
	mention_doc: ({ token, obj_type, url, title }, { dialect }) => {
		const address = decodedUrl(url);
		const said = escaped(text(title).replace(/\s+/g, ' ')) || escaped(text(token));
		if (dialect === 'plain') return address === '' ? said : `[${said}](${linkTarget(address)})`;
		const tag = openingTag('mention-doc', { token, type: mentionType(obj_type), url: address });
		return `${tag}${escaped(text(title).replace(/\s+/g, ' '))}</mention-doc>`;
	},
	reminder: (own, { dialect }) => {
		const date = timeText(own);
		if (dialect === 'plain') return date;
		return openingTag(
			'reminder',
			{ date, notify: own.is_notify === true ? 'true' : '', 'user-id': own.create_user_id },
			true,
		);
	},
	link_preview: ({ url, title }) => {
		const address = decodedUrl(url);
		return address === '' ? '' : `[${escaped(text(title) || address)}](${linkTarget(address)})`;
	},
};

/** Between dollars where they are read as such, which depends on nothing around but letters; otherwise in its tag. */
function equation(content: string, form: EquationForm): string {
	const said = content.trim().replace(/\n\s*\n/g, '\n');
	if (said === '') return '';
	if (form === 'lines' && !said.includes('$')) return `$$\n${said}\n$$`;
	if (form !== 'tag' && /^(?:[^$\\\n]|\\[^\n])+$/.test(said) && !/^\d[\d.,]*(?:\s|$)/.test(said)) return `$${said}$`;
	return `<equation>${said.replace(/[&<>]/g, (sign) => `&#${sign.codePointAt(0)};`)}</equation>`;
}
