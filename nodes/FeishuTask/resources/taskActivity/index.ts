import { defineResource } from '../../../shared/operation/operationSet';
import { create, deleteSubscription, get, getMany, update } from './operations';

export const taskActivity = defineResource({
	value: 'taskActivity',
	name: 'Activity Subscription',
	operations: [create, deleteSubscription, get, getMany, update],
	defaultOperation: create.value,
});
