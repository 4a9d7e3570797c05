import { receiverType } from '../../../../feishu/ids';
import { InputError } from '../../../../feishu/input';
import { throwIfCancelled } from '../../../shared/client/httpAnswer';
import type { FeishuClient } from '../../../shared/client/client';
import { peopleBelow, peopleOf, take, type DepartmentReference } from '../../../shared/contact/directory';
import { lookUpBy, lookUpPeople } from '../../../shared/contact/people';
import { resolveUser } from '../../../shared/contact/user';
import type { Receiver } from './sending';

/** Receivers who were looked up. */
export interface FoundReceivers {
	/** Everybody once. */
	receivers: Receiver[];
	/** Who or what could not be found, in the words of the panel. */
	missing: Array<{ receiver: string; error: unknown }>;
}

export interface Finder {
	/** Whom the user named. */
	names: string;
	find(feishu: FeishuClient): Promise<Receiver[]>;
}

/** One entry of a list: a department by its ID, else a chat or a person. */
export function finderOf(entry: string): Finder {
	if (entry.startsWith('od-')) return departmentFinder({ id: entry, type: 'open_department_id' }, true);
	const by = lookUpBy(entry);
	if (by !== 'mobiles' && by !== 'names')
		return { names: entry, find: async () => [{ id: entry, type: receiverType(entry) }] };
	const person = { id: entry, type: by === 'mobiles' ? 'mobile' : 'name' } as const;
	return { names: entry, find: async (feishu) => [await resolveUser(feishu, person, 'Receivers')] };
}

export function departmentFinder(department: DepartmentReference, deep: boolean): Finder {
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
export async function findAll(finders: readonly Finder[], feishu: FeishuClient): Promise<FoundReceivers> {
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
