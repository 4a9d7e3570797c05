import { defineResource } from '../../../shared/operation/operationSet';
import { get } from './get';
import { getMany } from './getMany';
import { start } from './start';

export const ailySkill = defineResource({
	value: 'ailySkill',
	name: 'Skill',
	operations: [get, getMany, start],
	defaultOperation: start.value,
});
