import { pagingFields, simplifyField } from '../../fields/common';
import { collectionField } from '../../fields/nested';
import { choiceField, flagField } from '../../fields/plain';
import { defineOperation } from '../../operation/operation';
import { document, READ_SCOPES } from './chosen';
import { COMMENT, commentItem } from './output';

/** The largest page. Source: …/drive-v1/file-comment/list */
const PAGE = 100;

const state = choiceField({
	displayName: 'State',
	name: 'commentState',
	options: [
		{ name: 'All', value: 'all' },
		{ name: 'Open', value: 'open' },
		{ name: 'Resolved', value: 'resolved' },
	],
	default: 'all',
	description: 'Only comments that are in this state',
});

const about = choiceField({
	displayName: 'About',
	name: 'commentAbout',
	options: [
		{ name: 'A Part of It', value: 'part' },
		{ name: 'Everything', value: 'all' },
		{ name: 'The Whole of It', value: 'whole' },
	],
	default: 'all',
	description: 'Only comments that are about the whole document, or about a part of it',
});

export const reactions = flagField({
	displayName: 'With Reactions',
	name: 'withReactions',
	default: false,
	description: 'Whether to tell who has reacted with which emoji',
});

const options = collectionField({ displayName: 'Options', name: 'options', placeholder: 'Add option' }, [
	about,
	state,
	reactions,
]);

export const getMany = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many comments',
	description: 'List the comments of a file or document, with what was replied',
	endpoint: 'GET /open-apis/drive/v1/files/:file_token/comments',
	scopes: READ_SCOPES,
	identity: 'either',
	fields: [document, pagingFields, simplifyField, options],
	output: COMMENT,
	async run({ read, ...asking }) {
		const chosen = read(document);
		const limit = read(pagingFields);
		const simple = read(simplifyField);
		const { commentAbout = 'all', commentState = 'all', withReactions } = read(options);
		const { type, token } = await chosen.content(asking);
		const comments = await asking.feishu.list(this.endpoint, {
			path: { file_token: token },
			query: {
				file_type: type,
				is_whole: commentAbout === 'all' ? undefined : commentAbout === 'whole',
				is_solved: commentState === 'all' ? undefined : commentState === 'resolved',
				need_reaction: withReactions,
			},
			limit,
			pageSize: PAGE,
		});
		return comments.map((comment) => commentItem(comment, simple));
	},
});
