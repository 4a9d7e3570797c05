import { defineResource } from '../../../shared/operation/operationSet';
import { merge } from './merge';
import { setStyle } from './setStyle';
import { unmerge } from './unmerge';

export const cellFormat = defineResource({
	value: 'cellFormat',
	name: 'Format',
	operations: [merge, setStyle, unmerge],
	defaultOperation: setStyle.value,
});
