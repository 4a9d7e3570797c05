import { defineResource } from '../../../shared/operation/operationSet';
import { create } from './create';
import { deleteSubscription } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const taskActivity = defineResource({
	value: 'taskActivity',
	name: 'Activity Subscription',
	operations: [create, deleteSubscription, get, getMany, update],
	defaultOperation: create.value,
});
