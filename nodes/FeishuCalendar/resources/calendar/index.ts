import { defineResource } from '../../../shared/operation/operationSet';
import { create } from './create';
import { deleteOperation } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { getPrimary } from './getPrimary';
import { getSharing } from './getSharing';
import { search } from './search';
import { share } from './share';
import { stopSharing } from './stopSharing';
import { subscribe } from './subscribe';
import { unsubscribe } from './unsubscribe';
import { update } from './update';

export const calendar = defineResource({
	value: 'calendar',
	name: 'Calendar',
	operations: [
		create,
		deleteOperation,
		get,
		getMany,
		getPrimary,
		getSharing,
		search,
		share,
		stopSharing,
		subscribe,
		unsubscribe,
		update,
	],
	defaultOperation: getMany.value,
});
