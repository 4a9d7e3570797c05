import { defineResource } from '../../../shared/operation/operationSet';
import { get } from './get';

export const wikiNode = defineResource({
	value: 'wikiNode',
	name: 'Page',
	operations: [get],
	defaultOperation: get.value,
});
