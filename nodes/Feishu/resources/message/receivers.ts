import { receiverType } from '../../../../feishu/ids';
import { InputError } from '../../../../feishu/input';
import type { FeishuClient } from '../../../shared/client';
import { peopleBelow, peopleOf, take, type DepartmentReference } from '../../../shared/directory';
import { chatField, chatId } from '../../../shared/fields/chat';
import { departmentField, departmentReference } from '../../../shared/fields/department';
import { sendToFields } from '../../../shared/fields/sendTo';
import { userField, userReceiver, userReference } from '../../../shared/fields/user';
import type { Field } from '../../../shared/operation';
import type { Params } from '../../../shared/params';
import { splitList } from '../../../shared/params';
import type { Receiver } from './sending';

const SEVERAL = {
	name: 'Several Receivers',
	value: 'several',
	description: 'Groups, people and departments, each with a result',
};

/** One receiver, or several. Read with `readReceivers`. */
export function receiverFields(): Field[] {
	return [
		...sendToFields('Whether a group, one person or many get the message', [SEVERAL]),
		{
			displayName: 'Receivers',
			name: 'receivers',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Receivers',
			default: {},
			description: 'Each gets the message once, and gives an item of its own with sent: true or false',
			options: [
				{ displayName: 'Chat', name: 'chats', values: [optional(chatField())] },
				{
					displayName: 'Department',
					name: 'departments',
					values: [
						optional(departmentField()),
						{
							displayName: 'Include Subdepartments',
							name: 'deep',
							type: 'boolean',
							default: true,
							description: 'Whether the people of the departments below get it as well',
						},
					],
				},
				{ displayName: 'Person', name: 'people', values: [optional(userField())] },
				{
					displayName: 'Several at Once',
					name: 'lists',
					values: [
						{
							displayName: 'IDs or Emails',
							name: 'list',
							type: 'string',
							typeOptions: { rows: 2 },
							default: '',
							placeholder: 'e.g. oc_a0553eda9014c201e6969b478895c230, tom@example.com',
							description:
								'Chats (oc_…), people (ou_…, on_…, user IDs, e-mail addresses) and departments (od-…), separated by commas or line breaks; an expression may give a list',
						},
					],
				},
			],
			displayOptions: { show: { sendTo: [SEVERAL.value] } },
		},
	];
}

/** Receivers as filled in: checked, and not yet looked up. */
export interface Receivers {
	/** Set where each receiver has a result of its own. */
	several: boolean;
	/** Looks up who is known by a mobile number, and who belongs to the departments; everybody once. */
	resolve(feishu: FeishuClient): Promise<Receiver[]>;
}

/** @throws InputError before any call: about an empty field, or when there is nobody */
export function readReceivers(param: Params): Receivers {
	const to = param.choice('sendTo');
	if (to !== 'several') {
		// Read now, so that what is missing is told before anything is uploaded.
		const chat = to === 'user' ? undefined : chatId(param);
		if (chat === undefined) userReference(param);
		return {
			several: false,
			resolve: async (feishu) => [
				chat === undefined ? await userReceiver(param, feishu) : { id: chat, type: 'chat_id' as const },
			],
		};
	}
	const finders = [
		...rows(param, 'chats', 'Chat').map((row) => {
			const id = chatId(row);
			return async (): Promise<Receiver[]> => [{ id, type: 'chat_id' }];
		}),
		...rows(param, 'people', 'Person').map((row) => {
			userReference(row);
			return async (feishu: FeishuClient): Promise<Receiver[]> => [await userReceiver(row, feishu)];
		}),
		...rows(param, 'departments', 'Department').map((row) => {
			const department = departmentReference(row);
			return async (feishu: FeishuClient) => await membersOf(feishu, department, row.flag('deep'));
		}),
		...rows(param, 'lists', 'Several at Once').flatMap((row) => splitList(row.optionalList('list')).map(finderOf)),
	];
	if (finders.length === 0) {
		const field = param.label('receivers');
		throw new InputError(field, `The field '${field}' is empty`, 'Add at least one chat, person or department');
	}
	return {
		several: true,
		async resolve(feishu) {
			const found = new Map<string, Receiver>();
			for (const find of finders) for (const receiver of await find(feishu)) found.set(receiver.id, receiver);
			return [...found.values()];
		},
	};
}

/** What keeps messages to one receiver in their order. */
export function receiverKey(param: Params): string | undefined {
	const to = param.choice('sendTo');
	if (to === 'several') return 'several';
	return to === 'user' ? userReference(param).id : chatId(param);
}

type Finder = (feishu: FeishuClient) => Promise<Receiver[]>;

function finderOf(entry: string): Finder {
	if (/^od-/.test(entry))
		return async (feishu) => await membersOf(feishu, { id: entry, type: 'open_department_id' }, true);
	return async () => [{ id: entry, type: receiverType(entry) }];
}

async function membersOf(feishu: FeishuClient, department: DepartmentReference, deep: boolean): Promise<Receiver[]> {
	const people = await take((deep ? peopleBelow : peopleOf)(feishu, department), Infinity);
	return people.map(({ open_id }) => ({ id: String(open_id), type: 'open_id' }));
}

function rows(param: Params, group: string, name: string): Params[] {
	return param.rowParams('receivers', group, (_, index) => `${param.label('receivers')} → ${name} ${index + 1}`);
}

/** n8n marks required fields of rows that are not there yet. */
function optional({ required: _required, ...field }: Field): Field {
	return field;
}
