/** What the pages say of the nodes of a post. @see https://open.feishu.cn/document/server-docs/im-v1/message-content-description/create_json */

export const STYLES = ['bold', 'italic', 'underline', 'lineThrough'] as const;
export type PostStyle = (typeof STYLES)[number];

export interface NodeFacts {
	/** Properties that must hold a text. */
	required: readonly string[];
	/** Whether it must be the only one of its paragraph. */
	alone?: boolean;
	/** Whether custom bots and batch messages take it. */
	plain?: boolean;
}

export const NODE_FACTS: { readonly [tag: string]: NodeFacts } = {
	text: { required: ['text'], plain: true },
	a: { required: ['text', 'href'], plain: true },
	at: { required: ['user_id'], plain: true },
	img: { required: ['image_key'], alone: true, plain: true },
	media: { required: ['file_key'], alone: true },
	emotion: { required: ['emoji_type'] },
	code_block: { required: ['text'] },
	hr: { required: [] },
	md: { required: ['text'], alone: true },
};
