/**
 * Where a card goes. Most places take any card; some take less of it.
 * @see https://open.feishu.cn/document/feishu-cards/send-feishu-card
 */
export interface CardUseFacts {
	/** What complaints call it. */
	name: string;
	/** Whether a card that was made before goes there by its ID. */
	byId: boolean;
	/** Whether a template goes there. */
	byTemplate: boolean;
	audio: boolean;
	/** Texts and images in several languages within a component. */
	localLanguages: boolean;
	/** Whether clicks come back to the app. */
	callbacks: boolean;
	/** Whether the card must be the same for everybody, as a change of it asks for. */
	shared: boolean;
	/** Whether it must be of version 2.0. */
	secondOnly: boolean;
	/** Whether people can be mentioned by e-mail address and union ID. */
	mentionsByAll: boolean;
}

const ANYWHERE: Omit<CardUseFacts, 'name'> = {
	byId: false,
	byTemplate: true,
	audio: true,
	localLanguages: true,
	callbacks: true,
	shared: false,
	secondOnly: false,
	mentionsByAll: true,
};

export const CARD_USES = {
	/** Sent, or as a reply. */
	message: { ...ANYWHERE, name: 'a message', byId: true },
	/** In place of a card that was sent. @see https://open.feishu.cn/document/server-docs/im-v1/message-card/patch */
	update: { ...ANYWHERE, name: 'an update', shared: true },
	/** By the token of a click, at once or later. @see https://open.feishu.cn/document/feishu-cards/card-callback-communication */
	click: { ...ANYWHERE, name: 'the answer to a click' },
	/** For one person only. @see https://open.feishu.cn/document/server-docs/im-v1/message-card/send-message-cards-that-are-only-visible-to-certain-people */
	person: { ...ANYWHERE, name: 'a card for one person', audio: false, localLanguages: false },
	/** @see https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot */
	customBot: { ...ANYWHERE, name: 'a custom bot', callbacks: false, mentionsByAll: false },
	/** @see https://open.feishu.cn/document/server-docs/im-v1/batch_message/send-messages-in-batches */
	batch: { ...ANYWHERE, name: 'a batch message', callbacks: false },
	/** What a card entity is made of. @see https://open.feishu.cn/document/cardkit-v1/card/create */
	entity: { ...ANYWHERE, name: 'a card entity', secondOnly: true },
	/** What a card entity becomes. @see https://open.feishu.cn/document/cardkit-v1/card/update */
	entityUpdate: { ...ANYWHERE, name: 'a card entity that is changed', byTemplate: false, secondOnly: true },
} as const satisfies { readonly [use: string]: CardUseFacts };

export type CardUse = keyof typeof CARD_USES;
