import { late, type Cases } from './common';

const EVENT = {
	schema: '2.0',
	header: { event_id: 'e1', event_type: 'im.chat.updated_v1', create_time: '1790000000000' },
	event: { chat_id: 'oc_1' },
};

export const event: Cases = {
	parse: {
		parameters: () => ({ eventBody: JSON.stringify(EVENT) }),
		refused: [
			[{ eventBody: late('') }, 'Body'],
			[{ eventBody: '{"schema":' }, 'Body'],
			[{ eventBody: '{"encrypt":"AAAA"}' }, 'Encrypt Key'],
			[{ verifySignature: true, eventHeaders: '{}' }, 'Raw Body Field'],
			[{ verifySignature: true, eventHeaders: late('none') }, 'Headers'],
			[{ verifySignature: true, eventHeaders: '{}', options: { signatureWindow: 0 } }, 'Signature Window'],
		],
		local: true,
	},
};
