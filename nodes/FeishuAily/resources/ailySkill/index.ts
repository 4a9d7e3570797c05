import { defineResource } from '../../../shared/operation/operationSet';
import { getMany } from './getMany';

export const ailySkill = defineResource({
	value: 'ailySkill',
	name: 'Skill',
	operations: [getMany],
	defaultOperation: getMany.value,
});
