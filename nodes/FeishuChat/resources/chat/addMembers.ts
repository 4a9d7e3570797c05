import { chatFieldOld, chatId } from '../../../shared/im/chat';
import { readChoice } from '../../../shared/fields/values';
import { defineOperation } from '../../../shared/operation/operation';
import { readBatches } from './batches';
import { botsField, membersField } from './fields';

/**
 * What happens about IDs that can't be added: the platform's succeed_type.
 * @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/chat-members/create
 */
const UNAVAILABLE = [
	{ name: 'Add the Others', value: '1', description: 'The output says who was not added' },
	{ name: 'Fail', value: '2', description: 'Nobody of the same request is added; a request holds 50 people or 5 bots' },
	{
		name: 'Fail, but Leave Out Former Employees',
		value: '0',
		description: 'IDs that do not exist or that the app may not see are an error, people who have left are not',
	},
];

/** The lists in which the platform names who was not added. */
const LISTS = ['invalid_id_list', 'not_existed_id_list', 'pending_approval_id_list'] as const;

type Answer = Partial<Record<(typeof LISTS)[number], string[]>>;

export const addMembers = defineOperation({
	value: 'addMembers',
	name: 'Add Members',
	action: 'Add members to a chat',
	description: 'Add people and bots to a group; who could not be added is in the output',
	endpoint: 'POST /open-apis/im/v1/chats/:chat_id/members',
	alsoCalls: ['POST /open-apis/contact/v3/users/batch_get_id'],
	scopes: ['im:chat.members:write_only', 'im:chat'],
	fields: [
		chatFieldOld(),
		membersField,
		botsField,
		{
			displayName: 'If Somebody Cannot Be Added',
			name: 'whenUnavailable',
			type: 'options',
			options: UNAVAILABLE,
			default: '1',
			description:
				'What to do about IDs that do not exist, that the app may not see or that belong to former employees',
		},
	],
	// The platform refuses two requests about one group at the same time (232019).
	orderBy: ({ param }) => chatId(param),
	async run({ param, feishu }) {
		const id = chatId(param);
		const succeed_type = readChoice(param, 'whenUnavailable', UNAVAILABLE);
		const left: Record<(typeof LISTS)[number], string[]> = {
			invalid_id_list: [],
			not_existed_id_list: [],
			pending_approval_id_list: [],
		};
		const asked: string[] = [];
		for (const { type, ids } of await readBatches(param, feishu)) {
			const answer = await feishu.call<Answer>(this.endpoint, {
				path: { chat_id: id },
				query: { member_id_type: type, succeed_type },
				body: { id_list: ids },
				// Adding a member once more changes nothing.
				idempotent: true,
			});
			asked.push(...ids);
			for (const list of LISTS) left[list].push(...(answer[list] ?? []));
		}
		const missed = new Set(Object.values(left).flat());
		return { chat_id: id, added_id_list: asked.filter((one) => !missed.has(one)), ...left };
	},
});
