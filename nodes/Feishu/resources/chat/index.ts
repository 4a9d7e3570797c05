import { defineResource } from '../../../shared/resource';
import { get } from './get';
import { getMany } from './getMany';
import { getMembers } from './getMembers';
import { isMember } from './isMember';
import { search } from './search';

export const chat = defineResource({
	value: 'chat',
	name: 'Chat',
	operations: [get, getMany, getMembers, isMember, search],
	defaultOperation: getMany.value,
});
