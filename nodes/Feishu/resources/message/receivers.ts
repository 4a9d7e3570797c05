import { receiverType } from '../../../../feishu/ids';
import { InputError } from '../../../../feishu/input';
import { throwIfCancelled } from '../../../shared/client/httpAnswer';
import type { FeishuClient } from '../../../shared/client/client';
import { peopleBelow, peopleOf, take, type DepartmentReference } from '../../../shared/contact/directory';
import { chatFieldOld, chatId } from '../../../shared/im/chat';
import { departmentFieldOld, departmentReference } from '../../../shared/contact/department';
import { lookUpPeople } from '../../../shared/contact/people';
import { sendToFieldsOld } from '../../../shared/im/sendTo';
import { userFieldOld, userReceiver, userReference } from '../../../shared/contact/user';
import type { Field } from '../../../shared/operation/operation';
import type { Params } from '../../../shared/operation/params';
import type { Receiver } from './sending';

const SEVERAL = {
	name: 'Several Receivers',
	value: 'several',
	description: 'Groups, people and departments, each with a result',
};

/** One receiver, or several. Read with `readReceivers`. */
export function receiverFields(): Field[] {
	return [
		...sendToFieldsOld('Whether a group, one person or many get the message', [SEVERAL]),
		{
			displayName: 'Receivers',
			name: 'receivers',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Receivers',
			default: {},
			description: 'Each gets the message once, and gives an item of its own with sent: true or false',
			options: [
				{ displayName: 'Chat', name: 'chats', values: [optional(chatFieldOld())] },
				{
					displayName: 'Department',
					name: 'departments',
					values: [
						optional(departmentFieldOld()),
						{
							displayName: 'Include Subdepartments',
							name: 'deep',
							type: 'boolean',
							default: true,
							description: 'Whether the people of the departments below get it as well',
						},
					],
				},
				{ displayName: 'Person', name: 'people', values: [optional(userFieldOld())] },
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

/** Receivers who were looked up. */
export interface FoundReceivers {
	/** Everybody once. */
	receivers: Receiver[];
	/** Who or what could not be found, in the words of the panel. */
	missing: Array<{ receiver: string; error: unknown }>;
}

/** What was filled in is checked; this looks up what has to be. */
type LookUp<T> = (feishu: FeishuClient) => Promise<T>;

/**
 * One chat or person; the look-up throws InputError when nobody has the mobile number.
 * @throws InputError before any call about an empty field
 */
export function readReceiver(param: Params): LookUp<Receiver> {
	if (param.choice('sendTo') === 'user') {
		userReference(param);
		return async (feishu) => await userReceiver(param, feishu);
	}
	const id = chatId(param);
	return async () => ({ id, type: 'chat_id' });
}

/** Whether each receiver is to have a result of its own. */
export const isSeveral = (param: Params): boolean => param.choice('sendTo') === SEVERAL.value;

/** @throws InputError before any call: about an empty field, or when there is nobody */
export function readReceivers(param: Params): LookUp<FoundReceivers> {
	const finders: Finder[] = [
		...rows(param, 'chats', 'Chat').map((row): Finder => {
			const id = chatId(row);
			return { names: id, find: async () => [{ id, type: 'chat_id' }] };
		}),
		...rows(param, 'people', 'Person').map((row): Finder => {
			const { id } = userReference(row);
			return { names: id, find: async (feishu) => [await userReceiver(row, feishu)] };
		}),
		...rows(param, 'departments', 'Department').map((row) =>
			departmentFinder(departmentReference(row), row.flag('deep')),
		),
		...rows(param, 'lists', 'Several at Once').flatMap((row) => row.optionalList('list').map(finderOf)),
	];
	const field = param.label('receivers');
	if (finders.length === 0)
		throw new InputError(field, `The field '${field}' is empty`, 'Add at least one chat, person or department');
	return async (feishu) => await findAll(finders, feishu);
}

/** What keeps messages to one receiver in their order. */
export function receiverKey(param: Params): string | undefined {
	if (isSeveral(param)) return SEVERAL.value;
	return param.choice('sendTo') === 'user' ? userReference(param).id : chatId(param);
}

interface Finder {
	/** Whom the user named. */
	names: string;
	find(feishu: FeishuClient): Promise<Receiver[]>;
}

function finderOf(entry: string): Finder {
	if (/^od-/.test(entry)) return departmentFinder({ id: entry, type: 'open_department_id' }, true);
	return { names: entry, find: async () => [{ id: entry, type: receiverType(entry) }] };
}

function departmentFinder(department: DepartmentReference, deep: boolean): Finder {
	return {
		names: department.id,
		async find(feishu) {
			const people = await take((deep ? peopleBelow : peopleOf)(feishu, department), Infinity);
			if (people.length === 0)
				throw new InputError(
					'Receivers',
					`The department ${department.id} has no people that the app can see`,
					"Check the app's contact range in the developer console, under Permissions & Scopes",
				);
			return people.map(({ open_id }) => ({ id: String(open_id), type: 'open_id' }));
		},
	};
}

/** Addresses are the same in capitals. */
const keyOf = ({ id, type }: Receiver) => (type === 'email' ? id.toLowerCase() : id);

/** One who can't be found keeps nobody else from the message. */
async function findAll(finders: readonly Finder[], feishu: FeishuClient): Promise<FoundReceivers> {
	const found = new Map<string, Receiver>();
	const missing: FoundReceivers['missing'] = [];
	for (const { names, find } of finders) {
		try {
			for (const receiver of await find(feishu)) {
				if (!found.has(keyOf(receiver))) found.set(keyOf(receiver), receiver);
			}
		} catch (error) {
			throwIfCancelled(error, undefined);
			missing.push({ receiver: names, error });
		}
	}
	return { receivers: await withoutDoubles([...found.values()], feishu), missing };
}

/**
 * Somebody named by e-mail address may stand among the others by open_id as well. Looked up only then; who is not found
 * gets the message at the address.
 */
async function withoutDoubles(receivers: readonly Receiver[], feishu: FeishuClient): Promise<Receiver[]> {
	const ids = new Set(receivers.filter(({ type }) => type === 'open_id').map(({ id }) => id));
	if (ids.size === 0) return [...receivers];
	const emails = receivers.filter(({ type }) => type === 'email').map(({ id }) => id);
	const openIds = await lookUpPeople(feishu, emails, 'open_id').catch((error: unknown) => {
		throwIfCancelled(error, undefined);
		return new Map<string, string>();
	});
	return receivers.filter(({ id }) => !ids.has(openIds.get(id) ?? ''));
}

function rows(param: Params, group: string, name: string): Params[] {
	return param.rowParams('receivers', group, (_, index) => `${param.label('receivers')} → ${name} ${index + 1}`);
}

/** n8n marks required fields of rows that are not there yet. */
function optional({ required: _required, ...field }: Field): Field {
	return field;
}
