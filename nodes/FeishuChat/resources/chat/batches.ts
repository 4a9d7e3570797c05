import { InputError } from '../../../../feishu/input';
import type { FeishuClient } from '../../../shared/client/client';
import { countPeople, readOptionalPeople } from '../../../shared/contact/people';
import type { Params } from '../../../shared/operation/params';
import { BOTS_AT_ONCE, readBots, USERS_AT_ONCE } from './fields';

/** People, or bots, of one request, with the kind of their IDs. */
export interface Batch {
	type: string;
	ids: string[];
}

/**
 * The members and bots that were chosen, in requests as large as the platform takes.
 * @throws InputError before any call when there is nobody
 */
export async function readBatches(param: Params, feishu: FeishuClient): Promise<Batch[]> {
	const bots = readBots(param);
	if (bots.length + countPeople(param, 'members') === 0) {
		const field = param.label('members');
		throw new InputError(
			field,
			`The fields '${field}' and '${param.label('bots')}' are both empty`,
			'Add at least one person or bot',
		);
	}
	const { ids, type } = await readOptionalPeople(param, feishu, 'members');
	return [...split(ids, type, USERS_AT_ONCE), ...split(bots, 'app_id', BOTS_AT_ONCE)];
}

function split(ids: readonly string[], type: string, size: number): Batch[] {
	return Array.from({ length: Math.ceil(ids.length / size) }, (_, index) => ({
		type,
		ids: ids.slice(index * size, (index + 1) * size),
	}));
}
