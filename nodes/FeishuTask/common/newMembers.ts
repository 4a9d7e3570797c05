import type { IExecuteFunctions } from 'n8n-workflow';

import type { UserIdType } from '../../../feishu/ids';
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

/** The same people by their open_ids, which everything in one request has to be named by. @throws CallError */
export async function byOpenIds(feishu: FeishuClient, members: readonly Member[], type: UserIdType): Promise<Member[]> {
	if (type === 'open_id') return [...members];
	const users = members.filter((one) => one.type === 'user');
	const found = await openIdsOf(
		feishu,
		users.map(({ id }) => ({ by: type, value: id })),
	);
	return members.map((one) =>
		one.type === 'user' ? { ...one, id: found.of({ by: type, value: one.id })[0] ?? one.id } : one,
	);
}

/** What an app makes nobody sees who is no member of it. */
export async function tellIfUnseen(
	feishu: FeishuClient,
	context: IExecuteFunctions,
	what: string,
	members: readonly Member[],
): Promise<void> {
	if (members.some(({ type }) => type !== 'app') || (await feishu.isPerson())) return;
	tell(context, [`Nobody but the app sees this ${what}: it has no people, and lies in no task list`], 'warning');
}
