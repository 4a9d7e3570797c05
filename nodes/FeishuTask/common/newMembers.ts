import type { IExecuteFunctions } from 'n8n-workflow';

import type { UserIdType } from '../../../feishu/ids';
import { InputError } from '../../../feishu/input';
import { openIdsOf } from '../../shared/contact/openIds';
import { resolveTogether, type SeveralPeople } from '../../shared/contact/severalPeople';
import type { FeishuClient } from '../../shared/client/client';
import { tell } from '../../shared/operation/tell';
import { appMembers, people, type Member } from './members';

interface Named {
	assignees: SeveralPeople;
	followers: SeveralPeople;
	apps: readonly string[];
}

/** The members of a new task, and by which kind of ID people are named. @throws InputError naming who was not found */
export async function newMembers(
	feishu: FeishuClient,
	{ assignees, followers, apps }: Named,
): Promise<{ members: Member[]; type: UserIdType }> {
	const { ids, type } = await resolveTogether(feishu, { assignees, followers });
	const members = [
		...people(ids.assignees, 'assignee'),
		...people(ids.followers, 'follower'),
		...appMembers(apps, 'follower'),
	];
	return { members, type };
}

/**
 * The same people by their open_ids, by which everything in one request has to be named.
 * @throws InputError naming whom the app does not see; CallError
 */
export async function byOpenIds(feishu: FeishuClient, members: readonly Member[], type: UserIdType): Promise<Member[]> {
	if (type === 'open_id') return [...members];
	const users = members.filter((one) => one.type === 'user').map(({ id }) => ({ by: type, value: id }));
	const found = await openIdsOf(feishu, users);
	return members.map((one) => {
		if (one.type !== 'user') return one;
		const [id] = found.of({ by: type, value: one.id });
		if (id !== undefined) return { ...one, id };
		throw new InputError(
			'Assignees',
			`The fields 'Assignees' and 'Followers' name somebody who was not found: ${one.id}`,
			'Name people by their open_ids (ou_…), which the list gives, where custom fields are filled in as well',
		);
	});
}

/** What an app makes nobody sees who is no member of it. */
export async function tellIfUnseen(
	feishu: FeishuClient,
	context: IExecuteFunctions,
	what: 'task' | 'task list',
	members: readonly Member[],
): Promise<void> {
	if (members.some(({ type }) => type !== 'app') || (await feishu.isPerson())) return;
	const why = what === 'task' ? 'it has no people, and lies in no task list' : 'it has no people and no groups';
	tell(context, [`Nobody but the app sees this ${what}: ${why}`], 'warning');
}
