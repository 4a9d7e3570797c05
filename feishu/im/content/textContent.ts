/** A person, or everyone in the chat, to be notified. */
export type Mention = { everyone: true } | { everyone: false; id: string; name?: string };

/**
 * The tag that notifies somebody in a text message. An id may be an open_id, union_id or user_id.
 * @see https://open.feishu.cn/document/server-docs/im-v1/message-content-description/create_json
 */
export function mentionTag(mention: Mention): string {
	if (mention.everyone) return '<at user_id="all"></at>';
	return `<at user_id="${attribute(mention.id)}">${escapeName(mention.name ?? '')}</at>`;
}

/** Content of a text message, mentions first. */
export function textContent(text: string, mentions: readonly Mention[] = []): { text: string } {
	const tags = mentions.map(mentionTag).join(' ');
	return { text: tags === '' ? text : text === '' ? tags : `${tags} ${text}` };
}

function attribute(value: string): string {
	return value.replace(/["<>]/g, '');
}

function escapeName(value: string): string {
	return value.replace(/[<>]/g, '');
}
