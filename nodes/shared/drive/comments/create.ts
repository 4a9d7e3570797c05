import { collectionField } from '../../fields/nested';
import { textField } from '../../fields/plain';
import { defineOperation } from '../../operation/operation';
import { outputOf } from '../../operation/output';
import { document, mentioned, words } from './chosen';
import { newerElements, said } from './elements';

/** In no page of the documentation; the platform's own command line tool calls it. */
const AT_A_PLACE = 'POST /open-apis/drive/v1/files/:file_token/new_comments';

const block = textField({
	displayName: 'Block ID',
	name: 'atBlock',
	placeholder: 'e.g. doxcnSS4ouQkQEouGSUkTg9NJPe',
	description: 'The part of the document that the comment is about; without it, it is about the whole',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [block]);

/** What can be commented on as a whole. Source: …/drive-v1/file-comment/create */
const AS_A_WHOLE: ReadonlySet<string> = new Set(['doc', 'docx']);

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a comment',
	description: 'Comment on a document, or on a part of it',
	endpoint: 'POST /open-apis/drive/v1/files/:file_token/comments',
	alsoCalls: [AT_A_PLACE],
	scopes: ['docs:document.comment:create', 'docs:document.comment:write_only', 'drive:drive'],
	identity: 'either',
	fields: [document, words, mentioned, options],
	output: outputOf({ comment_id: 'string', 'reply_id?': 'string', token: 'string', type: 'string', text: 'string' }),
	orderBy: ({ read }) => read(document).named.token,
	async run({ read, ...asking }) {
		const { feishu } = asking;
		const chosen = read(document);
		const sentence = read(words);
		const people = read(mentioned);
		const { atBlock } = read(options);
		const refuseWhole = (type: string) => {
			if (!atBlock && type !== 'wiki' && !AS_A_WHOLE.has(type))
				throw document.refuse('holds what cannot be commented on as a whole', 'Add Block ID under Options');
		};
		refuseWhole(chosen.named.type);
		const { type, token } = await chosen.content(asking);
		refuseWhole(type);
		const given = await said(feishu, sentence, people);
		const path = { file_token: token };
		const made = { token, type, text: sentence };
		if (atBlock) {
			const { comment_id, reply_id } = await feishu.call<Made>(AT_A_PLACE, {
				path,
				body: { file_type: type, reply_elements: newerElements(given), anchor: { block_id: atBlock } },
			});
			return { comment_id, ...(reply_id && { reply_id }), ...made };
		}
		const { comment_id, reply_list } = await feishu.call<Made>(this.endpoint, {
			path,
			query: { file_type: type, user_id_type: given.user_id_type },
			body: { reply_list: { replies: [{ content: { elements: given.elements } }] } },
		});
		const reply_id = reply_list?.replies?.[0]?.reply_id;
		return { comment_id, ...(reply_id && { reply_id }), ...made };
	},
});

interface Made {
	comment_id: string;
	reply_id?: string;
	reply_list?: { replies?: Array<{ reply_id?: string }> };
}
