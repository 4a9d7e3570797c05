import { defineResource } from '../../../shared/operation/operationSet';
import { getPrimary } from './getPrimary';

export const calendar = defineResource({
	value: 'calendar',
	name: 'Calendar',
	operations: [getPrimary],
	defaultOperation: getPrimary.value,
});
