import { BOTH } from '../../gateway/tokens';
import { PlatformError } from '../../platform/envelope';
import { isIn } from '../../state/operator';
import { messageById } from '../../state/lookUp';
import { invalidUpload } from '../../gateway/upload';
import { required, text } from '../../platform/validate';
import { defineRoute } from '../../gateway/route';
import { chatOf, messageDeleted } from './access';
import { requireDownloadable } from './files';

const KINDS = { image: 'images', file: 'files' } as const;
/** No downloads from cards, stickers and merged forwards. */
const UNSUPPORTED = ['interactive', 'sticker', 'merge_forward'];

export const resourceRoutes = [
	defineRoute({
		method: 'GET',
		path: '/open-apis/im/v1/messages/:message_id/resources/:file_key',
		tokens: BOTH,
		scopes: ['im:message', 'im:message:readonly', 'im:message.history:readonly'],
		query: { type: required(text()) },
		handle({ platform: { store }, by, params, query }) {
			const { message_id: messageId = '', file_key: key = '' } = params;
			const inside = [...store.im.messages.values()].some((message) =>
				message.children?.some((child) => child.message_id === messageId),
			);
			if (inside) throw new PlatformError(234043, 'Unsupported message type.');
			const message = messageById(store, messageId);
			if (!isIn(chatOf(store, message), by)) throw new PlatformError(234004, 'App not in chat.');
			if (message.deleted) throw messageDeleted();
			if (UNSUPPORTED.includes(message.msg_type)) throw new PlatformError(234043, 'Unsupported message type.');
			if (query.type !== 'image' && query.type !== 'file') throw invalidUpload('type must be image or file');
			const resource = store.im[KINDS[query.type]].get(key);
			if (!resource || !message.content.includes(JSON.stringify(key)))
				throw new PlatformError(234003, 'File not in message.');
			requireDownloadable(resource);
			return { bytes: resource.bytes, contentType: resource.content_type, name: resource.name };
		},
	}),
];
