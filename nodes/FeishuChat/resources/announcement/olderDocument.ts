import { isObject, parseObject, type JsonObject } from '../../../../feishu/json';

export const GET_OLDER = 'GET /open-apis/im/v1/chats/:chat_id/announcement';
export const UPDATE_OLDER = 'PATCH /open-apis/im/v1/chats/:chat_id/announcement';

/** An announcement of the older kind: a document of the first generation, as JSON text. */
export interface OlderAnnouncement extends JsonObject {
	content?: string;
	/** Digits. */
	revision?: string;
}

/**
 * The words of a document of the first generation, a line for each paragraph.
 * @see https://open.feishu.cn/document/ukTMukTMukTM/uAzM5YjLwMTO24CMzkjN
 */
export function olderText(content: string | undefined): string {
	const body = parseObject(content ?? '')?.body;
	const blocks = isObject(body) && Array.isArray(body.blocks) ? body.blocks : [];
	return blocks
		.map((block) => runs(block).join(''))
		.filter((line) => line !== '')
		.join('\n');
}

function runs(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(runs);
	if (!isObject(value)) return [];
	const { textRun, ...rest } = value;
	const own = isObject(textRun) && typeof textRun.text === 'string' ? [textRun.text] : [];
	return [...own, ...Object.values(rest).flatMap(runs)];
}

/**
 * The request that puts lines at the end of the announcement.
 * @see https://open.feishu.cn/document/ukTMukTMukTM/uYDM2YjL2AjN24iNwYjN
 */
export function appendRequest(text: string): JsonObject {
	const blocks = text.split('\n').map((line) => ({
		type: 'paragraph',
		paragraph: { elements: [{ type: 'textRun', textRun: { text: line, style: {} } }], style: {} },
	}));
	return {
		requestType: 'InsertBlocksRequestType',
		insertBlocksRequest: {
			payload: JSON.stringify({ blocks }),
			location: { zoneId: '0', index: 0, endOfZone: true },
		},
	};
}
