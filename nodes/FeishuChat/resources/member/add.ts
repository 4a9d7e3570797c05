import { choiceField } from '../../../shared/fields/plain';
import { chatField } from '../../../shared/im/chat';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { membersField } from '../people';

const chat = chatField();

/**
 * What happens about IDs that can't be added: the platform's succeed_type.
 * @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-members/create
 */
const whenUnavailable = choiceField({
	displayName: 'If Somebody Cannot Be Added',
	name: 'whenUnavailable',
	options: [
		{ name: 'Add the Others', value: '1', description: 'The output says who was not added' },
		{
			name: 'Fail',
			value: '2',
			description: 'Nobody of the same request is added; a request holds 50 people or 5 bots',
		},
		{
			name: 'Fail, but Leave Out Former Employees',
			value: '0',
			description: 'IDs that do not exist or that the app may not see are an error, people who have left are not',
		},
	],
	default: '1',
	description: 'What to do about IDs that do not exist, that the app may not see or that belong to former employees',
});

/** The lists in which the platform names who was not added. */
const LISTS = ['invalid_id_list', 'not_existed_id_list', 'pending_approval_id_list'] as const;

type Answer = Partial<Record<(typeof LISTS)[number], string[]>>;

export const add = defineOperation({
	value: 'add',
	name: 'Add',
	action: 'Add members to a chat',
	description: 'Add people and bots to a group; who could not be added is in the output',
	endpoint: 'POST /open-apis/im/v1/chats/:chat_id/members',
	scopes: ['im:chat.members:write_only', 'im:chat'],
	identity: 'either',
	fields: [chat, membersField, whenUnavailable],
	output: outputOf({
		chat_id: 'string',
		added_id_list: ['string'],
		invalid_id_list: ['string'],
		not_existed_id_list: ['string'],
		pending_approval_id_list: ['string'],
	}),
	// The platform refuses two requests about one group at the same time (232019).
	orderBy: ({ read }) => read(chat),
	async run({ read, feishu }) {
		const chat_id = read(chat);
		const succeed_type = read(whenUnavailable);
		const left: Record<(typeof LISTS)[number], string[]> = {
			invalid_id_list: [],
			not_existed_id_list: [],
			pending_approval_id_list: [],
		};
		const asked: string[] = [];
		for (const { type, ids } of await read(membersField)(feishu)) {
			const answer = await feishu.call<Answer>(this.endpoint, {
				path: { chat_id },
				query: { member_id_type: type, succeed_type },
				body: { id_list: ids },
				// Adding a member once more changes nothing.
				idempotent: true,
			});
			asked.push(...ids);
			for (const list of LISTS) left[list].push(...(answer[list] ?? []));
		}
		const missed = new Set(Object.values(left).flat());
		return { chat_id, added_id_list: asked.filter((one) => !missed.has(one)), ...left };
	},
});
